import { isRead, nameHas, speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const parts = new Set([
  'window',
  'windows',
  'tab',
  'tabs',
  'frame',
  'iframe',
  'cookie',
  'cookies',
  'scroll',
  'viewport',
  'session',
  'dialog',
]);
const shown = new Set(['browser', 'page', 'iframe', 'webpage', 'cookies', 'frame']);

export const browserState: Signal = {
  id: 'browser-state',
  title: 'Changes windows, tabs, frames, cookies or sessions of a browser',
  why: 'The browser is a system that the call controls, even where it changes no page.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', capability: 'controls-systems' },
  where: { isRead: false, words: [...parts] },
  find: (text) => {
    const { reading } = text;
    const act = reading.main;
    if (act === undefined || isRead(reading)) return [];
    return nameHas(reading, parts) && speaksOf(reading, shown)
      ? [quoteAct('browser-state', act)]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'add_cookie', description: 'Adds a cookie to the current browser session.' },
        quote: 'add_cookie',
      },
    ],
    silent: [{ name: 'create_page' }, { name: 'list_tabs', description: 'Lists browser tabs.' }],
  },
};
