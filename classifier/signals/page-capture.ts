import { isRead, speaksOf } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const pages = new Set([
  'page',
  'screenshot',
  'snapshot',
  'browser',
  'element',
  'console',
  'network',
  'dom',
  'tab',
]);
const shown =
  /\b(?:(?:current|this|the|web|active|full)[- ]page|an? element|the element|the browser|browser console|accessibility tree|console (?:messages?|logs?)|network requests?)\b/i;

export const pageCapture: Signal = {
  id: 'page-capture',
  title: 'Returns what a browser page shows',
  why: 'Text of a page may be private and is written by others.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'medium', capability: 'ingests-untrusted' },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading) || !speaksOf(reading, pages)) return [];
    return quoteMatch('page-capture', text.description, shown).slice(0, 1);
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
    silent: [{ name: 'list_pages', description: 'Lists wiki pages' }],
  },
};
