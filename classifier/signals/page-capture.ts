import { isRead, speaksOf } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const pages = new Set([
  'page',
  'screenshot',
  'snapshot',
  'browser',
  'element',
  'elements',
  'console',
  'network',
  'dom',
  'tab',
  'hierarchy',
  'ui',
]);
const shown =
  /\b(?:(?:current|this|the|web|active|full|full-)[- ]?page|an? (?:DOM )?element|the element|the browser|browser console|accessibility tree|console (?:messages?|logs?)|network requests?|ui (?:hierarchy|tree|elements?)|view hierarchy|(?:device|current) screen)\b/i;
const idle = /wait|get_url|current_url|perf|trace|list_pages|list_tabs/i;

export const pageCapture: Signal = {
  id: 'page-capture',
  title: 'Returns what a browser page shows',
  why: 'Text of a page may be private and is written by others.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'read',
    risk: 'medium',
    capability: 'ingests-untrusted',
    implies: ['reads-private-data'],
  },
  where: { isRead: true, words: [...pages] },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading) || idle.test(text.name.clean)) return [];
    if (!speaksOf(reading, pages)) return [];
    const quoted = quoteMatch('page-capture', text.description, shown);
    return quoted.length > 0
      ? quoted
      : quoteMatch('page-capture', text.name, /screenshot|snapshot/i);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'browser_snapshot',
          description: 'Capture accessibility snapshot of the current page',
        },
        quote: 'current page',
      },
    ],
    silent: [
      { name: 'list_pages', description: 'Lists wiki pages' },
      { name: 'wait_for', description: 'Waits for an element' },
    ],
  },
};
