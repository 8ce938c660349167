import { quoteAct } from '../evidence.ts';
import { laterActs } from '../reading/later-acts.ts';
import type { Signal } from '../signal.ts';

const runs = /^(?:runs?|executes?|launches|launch|installs?)$/;
const code =
  /^(?:codes?|scripts?|installers?|binary|binaries|executables?|payloads?|macros?|notebooks?|snippets?)$/;
/** No code. */
const other = /\b(?:movie|film|tv|promo|discount|coupon|exercise)\b/i;
const itself = /^ (?:it|them)\b(?! (?:through|past|by|against)\b)/;
const another = /^ (?:an?|the|any) (?:\w+ )?(?:code|script|installer|binary|executable|macro)\b/;

export const thenRuns: Signal = {
  id: 'then-runs',
  title: 'Gets or stores a script or a program and runs it',
  why: 'What is fetched, written or found in this call is run by it.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { verbs: ['exec', 'control', 'create'] },
  find: ({ reading }) => {
    const [first] = reading.clauseActs;
    return laterActs(reading)
      .filter(({ word, passage, start, end }) => {
        if (first === undefined || !runs.test(word) || other.test(passage.clean)) return false;
        const between = passage.clean.slice(first.end, start).toLowerCase().split(/\W+/);
        const behind = passage.clean.slice(end, end + 30);
        return (
          another.test(behind) || (itself.test(behind) && between.some((one) => code.test(one)))
        );
      })
      .map((act) => quoteAct('then-runs', act));
  },
  falsePositives: ['a program of a fixed list'],
  examples: {
    fires: [
      {
        tool: {
          name: 'fetch_script',
          description: 'Fetches a script from a URL and executes it.',
        },
        quote: 'executes',
      },
      {
        tool: {
          name: 'notebook_add_cell',
          description: 'Adds a code cell to the notebook and runs it.',
        },
        quote: 'runs',
      },
    ],
    silent: [
      { name: 'score_script', description: 'Reads a movie script and evaluates it.' },
      { name: 'load_suite', description: 'Loads a test suite and runs it.' },
      { name: 'get_script', description: 'Returns a script and its runs.' },
      { name: 'add_cell', description: 'Adds a code cell. Use another tool to run it.' },
    ],
  },
};
