import { isRead } from '../acts.ts';
import { ownNamed, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const fixes = /^(?:auto_?)?fix(?:es)?$|^(?:apply|write)_?fix(?:es)?$|^in_?place$/i;

export const fixOption: Signal = {
  id: 'fix-option',
  title: 'Can be told to correct what it checks',
  why: 'A check that also fixes rewrites the files it looks at.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium' },
  where: { isRead: true, words: ['fix', 'fixes', 'autofix', 'applyfix*', 'writefix*', 'inplace'] },
  find: ({ reading }) =>
    isRead(reading)
      ? ownNamed(reading, fixes)
          .filter(({ parameter }) => parameter.type === 'boolean')
          .map((parameter) => quoteParameter('fix-option', parameter))
      : [],
  falsePositives: ['a check of a text that is handed in and returned'],
  examples: {
    fires: [
      {
        tool: {
          name: 'lint',
          description: 'Lints the project.',
          inputSchema: { properties: { fix: { type: 'boolean' } } },
        },
        quote: 'fix',
      },
    ],
    silent: [
      { name: 'lint', inputSchema: { properties: { fix: { type: 'string' } } } },
      { name: 'list_fixes' },
    ],
  },
};
