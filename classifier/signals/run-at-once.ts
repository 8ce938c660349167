import { ownNamed, quoteStated } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const code = '(?:code|scripts?|cells?|commands?|programs?|functions?|snippets?|macros?)';
const said = new RegExp(
  String.raw`\b${code}\b[^.;]{0,60}?\b(?:and|then|and then|and immediately) (?:runs?|executes?|evaluates?) (?:it|them|the ${code})\b`,
  'gi',
);
/** What holds the code that is handed over. */
const handed = /^(?:code|source|script|content|contents|cell|cells|body|text|command|program)$/i;

export const runAtOnce: Signal = {
  id: 'run-at-once',
  title: 'Stores code and runs it in the same call',
  why: 'Whatever the caller wrote is run.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { words: ['run', 'runs', 'execute', 'executes', 'evaluate', 'evaluates'] },
  find: ({ description, reading }) =>
    ownNamed(reading, handed).length > 0 ? quoteStated('run-at-once', description, said, 300) : [],
  falsePositives: ['a cell of a spreadsheet that is run as a formula'],
  examples: {
    fires: [
      {
        tool: {
          name: 'notebook_add_cell',
          description: 'Adds a code cell to the notebook and runs it.',
          inputSchema: { properties: { source: { type: 'string' } } },
        },
        quote: 'code cell to the notebook and runs it',
      },
    ],
    silent: [
      {
        name: 'add_cell',
        description: 'Adds a code cell. Use another tool to run it.',
        inputSchema: { properties: { source: { type: 'string' } } },
      },
      { name: 'find_script', description: 'Finds a stored script by its id and runs it.' },
    ],
  },
};
