import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const views =
  /^(?:hovers?|scrolls?|resize_?(?:page|window|viewport)?|emulates?|zoom|focus|minimize|maximize|blur)$/;

export const passiveBrowserAct: Signal = {
  id: 'passive-browser-act',
  title: 'Only moves or resizes what a browser shows',
  why: 'Hovering, scrolling, resizing and emulating change the own view of the tool.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'low', capability: 'controls-systems' },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'interface', 'create')
      .filter((act) => act === reading.main || views.test(act.word))
      .filter(
        (act) =>
          views.test(act.word) &&
          (act.verb === 'interface' || /^(?:page|window|viewport|browser)$/.test(act.object)),
      )
      .map((act) => quoteAct('passive-browser-act', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'resize_page' }, quote: 'resize_page' }],
    silent: [{ name: 'puppeteer_click' }],
  },
};
