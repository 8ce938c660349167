import { quoteAct } from '../evidence.ts';
import { laterActs } from '../reading/later-acts.ts';
import type { Signal } from '../signal.ts';

const runs = /^(?:runs?|executes?|evaluates?|launches|launch|installs?)$/;
const code =
  /^(?:codes?|scripts?|installers?|binary|binaries|programs?|executables?|payloads?|macros?|commands?|notebooks?|snippets?)$/;
const itself = /^ (?:it|them)\b/;

export const thenRuns: Signal = {
  id: 'then-runs',
  title: 'Gets a script or a program and runs it',
  why: 'What is fetched, written or found in this call is run by it.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { verbs: ['exec', 'control', 'create'] },
  find: ({ reading }) => {
    const first = reading.clauseActs[0];
    return laterActs(reading)
      .filter(({ word, passage, start, end }) => {
        if (first === undefined || !runs.test(word)) return false;
        const between = passage.clean.slice(first.end, start).toLowerCase().split(/\W+/);
        return (
          itself.test(passage.clean.slice(end, end + 6)) && between.some((one) => code.test(one))
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
    ],
    silent: [
      { name: 'load_suite', description: 'Loads a test suite and runs it.' },
      { name: 'get_script', description: 'Returns a script and its runs.' },
    ],
  },
};
