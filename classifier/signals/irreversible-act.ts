import { isRead } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /\b(?:permanently (?:delete|remove|destroy|erase|los)\w*|irreversibl[ey]|(?:cannot|can't|can not) be (?:undone|reversed|recovered|restored)|不可逆|无法恢复|取り消せません|되돌릴 수 없)/i;

export const irreversibleAct: Signal = {
  id: 'irreversible-act',
  title: 'Says that its change cannot be undone',
  why: 'A write that calls itself permanent or irreversible.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive' },
  where: {
    isRead: false,
    words: [
      'permanently',
      'irreversible',
      'irreversibly',
      'undone',
      'reversed',
      'recovered',
      'restored',
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading)) return [];
    return quoteMatch('irreversible-act', text.description, said);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'close_account', description: 'Closes the account. This cannot be undone.' },
        quote: 'cannot be undone',
      },
    ],
    silent: [{ name: 'tool_risk_score', description: 'Scores how irreversible a tool is.' }],
  },
};
