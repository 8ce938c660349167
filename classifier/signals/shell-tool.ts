import { isRead, runs } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const code =
  /^(?:commands?|cmd|shell|bash|terminal|scripts?|code|python|javascript|js|typescript|apex|applescript|powershell|ruby|lua|elisp|macros?|vba|groovy|perl|php|matlab|notebook|cell|命令|代码|脚本)$/;
const fixed = /alias|history|valid|explain|review/i;

export const shellTool: Signal = {
  id: 'shell-tool',
  title: 'Names running code, scripts or commands as what it does',
  why: 'The tool itself is a way to run what it is handed.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { words: [...wordsOf(code)] },
  find: (text) => {
    const { reading } = text;
    if ((isRead(reading) && reading.main !== undefined) || fixed.test(text.name.clean)) return [];
    return runs(reading)
      .filter((act) => code.test(act.object))
      .map((act) => quoteAct('shell-tool', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'x', description: 'Executes JavaScript in the page.' },
        quote: 'Executes JavaScript',
      },
    ],
    silent: [{ name: 'list_commands' }, { name: 'run_tests' }],
  },
};
