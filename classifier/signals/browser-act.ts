import { beginning, speaksOf } from '../acts.ts';
import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const views =
  /^(?:hovers?|hovering|scrolls?|scrolling|resizes?|emulates?|zooms?|focus|minimize|maximize|blur)$/;
/** A table is dropped too, and a reminder dismissed. */
const removes = /^(?:drops?|dismiss(?:es)?)$/;
const screens = new Set(
  'drag browser page element elements screen ui dialog dialogs alert alerts popup modal banner keyboard'.split(
    ' ',
  ),
);
const type = /^types?$/;
/** "Check if a box is checked". */
const asks = /^checks? (?:if|whether)\b/i;
/** What a page or a screen shows until it is dismissed; a notification is a record. */
const shown = /^(?:dialogs?|alerts?|popups?|modals?|banners?|keyboards?|)$/;

export const browserAct: Signal = {
  id: 'browser-act',
  title: 'Acts in a browser or on a screen',
  why: 'A click or a key in a logged-in page can do what its user can.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { verbs: ['interface'] },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'interface')
      .filter(
        (act) =>
          (act === reading.main || act.passage.kind === 'enum') &&
          !views.test(act.word) &&
          !(/^checks?$/.test(act.word) && asks.test(beginning(reading))) &&
          !(removes.test(act.word) && !speaksOf(reading, screens)) &&
          !(type.test(act.word) && act.passage.kind === 'enum') &&
          (!/^dismiss/.test(act.word) || shown.test(act.object)),
      )
      .slice(0, 2)
      .map((act) => quoteAct('browser-act', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'puppeteer_click' }, quote: 'puppeteer_click' }],
    silent: [{ name: 'get_page' }, { name: 'scroll_down' }, { name: 'dismiss_notification' }],
  },
};
