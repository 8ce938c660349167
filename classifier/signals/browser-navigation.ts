import { speaksOf } from '../acts.ts';
import { ownParameters, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const browsers = new Set(['browser', 'tab', 'page', 'puppeteer', 'playwright', 'url']);
const goes = /^(?:go|goto|open|opens|launch|launches|navigate|navigates|navigating|visits?)$/;

export const browserNavigation: Signal = {
  id: 'browser-navigation',
  title: 'Opens an address in a browser',
  why: 'The browser may be logged in, and the address goes out.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'write',
    risk: 'high',
    capability: 'controls-systems',
    implies: ['reaches-network'],
  },
  where: { parameters: ['url'] },
  find: (text) => {
    const { reading } = text;
    if (!speaksOf(reading, browsers)) return [];
    return reading.acts
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          goes.test(act.word) &&
          ownParameters(reading, 'url').length > 0,
      )
      .slice(0, 1)
      .map((act) => quoteAct('browser-navigation', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'new_page',
          description: 'Open a new tab and load a URL',
          inputSchema: { properties: { url: { type: 'string' } } },
        },
        quote: 'Open a new tab',
      },
    ],
    silent: [
      {
        name: 'fetch_page',
        description: 'Fetches a page',
        inputSchema: { properties: { url: { type: 'string' } } },
      },
    ],
  },
};
