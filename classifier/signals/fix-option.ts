import { isRead } from '../acts.ts';
import { ownNamed, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const fixes = /^(?:auto_?)?fix(?:es)?$|^(?:apply|write)_?fix(?:es)?$/i;

/** "Fix problems", "apply fixes", and not "return the fixed text". */
const corrects =
  /^(?!.*\b(?:return|suggest|show|include|propose)).*\b(?:auto\w*|appl(?:y|ies)|fix(?:es|ing)?\b.{0,40}\b(?:problems?|issues?|errors?|files?|violations?)|rewrites?|writes?)\b/i;
/** What is handed in as a text comes back as one. */
const handed = /^(?:code|text|content|source|snippet|html|markdown|json)$/i;

export const fixOption: Signal = {
  id: 'fix-option',
  title: 'Can be told to correct what it checks',
  why: 'A check that also fixes rewrites the files it looks at.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium' },
  where: { isRead: true, words: ['fix', 'fixes', 'autofix', 'applyfix*', 'writefix*'] },
  find: ({ reading }) =>
    isRead(reading) && ownNamed(reading, handed).length === 0
      ? ownNamed(reading, fixes)
          .filter(
            ({ parameter: { type, text } }) =>
              type === 'boolean' && (text === undefined || corrects.test(text.clean)),
          )
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
      {
        name: 'gps',
        description: 'Reads the position.',
        inputSchema: { properties: { fix: { type: 'boolean', description: 'Wait for a fix' } } },
      },
    ],
  },
};
