import { isRead, speaksOf } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import type { ParameterClass } from '../lexicon/parameters.ts';
import type { Signal } from '../signal.ts';

const pages = new Set(['page', 'browser', 'tab', 'dom', 'puppeteer', 'playwright', 'selenium']);
/** Which a tool may as well parse, minify or explain. */
const language = new Set(['javascript', 'js']);
const scripts =
  /^(?:script|code|js|javascript|function|expression|init_?script|page_?function|js_?code)$/i;

/** Expressions of these only find elements. */
export const finders: ReadonlySet<string> = new Set(['xpath', 'css', 'selector', 'selectors']);

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
    if (!speaksOf(reading, pages) && (isRead(reading) || !speaksOf(reading, language))) return [];
    const kinds: ParameterClass[] = speaksOf(reading, finders) ? ['code'] : ['code', 'expression'];
    return ownParameters(reading, ...kinds)
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
      {
        name: 'minify',
        description: 'Minifies JavaScript',
        inputSchema: { properties: { code: { type: 'string' } } },
      },
      {
        name: 'xpath_query',
        description: 'Evaluate an XPath expression on the current page',
        inputSchema: { properties: { expression: { type: 'string' } } },
      },
    ],
  },
};
