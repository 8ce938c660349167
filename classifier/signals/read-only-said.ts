import { isRead } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /\bread[- ]?only\b|\bdoes not (?:modify|change|write|delete|alter)\b|\bno (?:side effects|changes are made)\b/i;

export const readOnlySaid: Signal = {
  id: 'read-only-said',
  title: 'Says that it is read-only',
  why: 'A statement of the description, not evidence alone.',
  status: 'stable',
  strength: 'weak',
  suggests: { operation: 'read' },
  where: { isRead: true, words: ['only', 'readonly', 'not', 'no'] },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading)) return [];
    return quoteMatch('read-only-said', text.description, said);
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'billing', description: 'A read-only billing check.' }, quote: 'read-only' },
    ],
    silent: [{ name: 'billing', description: 'Billing.' }],
  },
};
