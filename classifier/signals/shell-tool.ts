import { isRead, runs } from '../acts.ts';
import { hasKind, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const shellTool: Signal = {
  id: 'shell-tool',
  title: 'Is a shell, a terminal or an interpreter',
  why: 'The tool itself is a way to run commands.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading) && reading.main !== undefined) return [];
    const acts = runs(reading).filter((act) => hasKind(act.kinds, 'code'));
    return acts.map((act) => quoteAct('shell-tool', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'run_shell' }, quote: 'run_shell' },
      {
        tool: { name: 'x', description: 'Executes JavaScript in the page.' },
        quote: 'Executes JavaScript',
      },
    ],
    silent: [{ name: 'list_commands' }, { name: 'run_tests' }],
  },
};
