import { speaksOf } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const pages = new Set([
  'page',
  'browser',
  'javascript',
  'js',
  'tab',
  'dom',
  'puppeteer',
  'playwright',
  'selenium',
]);
const scripts =
  /^(?:script|code|js|javascript|function|expression|init_?script|page_?function|js_?code)$/i;

export const pageScript: Signal = {
  id: 'page-script',
  title: 'Runs a script in a browser page',
  why: 'A script in a logged-in page can read and do what its user can.',
  status: 'stable',
  strength: 'decisive',
  suggests: {
    operation: 'destructive',
    risk: 'critical',
    capability: 'executes-code',
    implies: ['controls-systems', 'reads-private-data', 'ingests-untrusted', 'reaches-network'],
  },
  where: { parameters: ['code', 'expression'] },
  find: (text) => {
    const { reading } = text;
    if (!speaksOf(reading, pages)) return [];
    return ownParameters(reading, 'code', 'expression')
      .filter(({ parameter }) => parameter.type !== 'boolean' && scripts.test(parameter.name.clean))
      .slice(0, 1)
      .map((parameter) => quoteParameter('page-script', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'browser_evaluate',
          description: 'Evaluate JavaScript expression on page',
          inputSchema: { properties: { function: { type: 'string' } } },
        },
        quote: 'function',
      },
    ],
    silent: [
      { name: 'browser_click', inputSchema: { properties: { selector: { type: 'string' } } } },
    ],
  },
};
