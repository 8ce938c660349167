import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const views =
  /^(?:hovers?|hovering|scrolls?|scrolling|emulates?|zooms?|focus|minimize|maximize|blur)$/;

export const passiveBrowserAct: Signal = {
  id: 'passive-browser-act',
  title: 'Only moves or resizes what a browser shows',
  why: 'Hovering, scrolling, resizing and emulating change the own view of the tool.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'low', capability: 'controls-systems' },
  where: { words: [...wordsOf(views), 'resize', 'resizes'] },
  find: (text) => {
    const { reading } = text;
    return reading.acts
      .filter(
        (act) =>
          (act === reading.main && act.verb === 'interface' && views.test(act.word)) ||
          (/^resizes?$/.test(act.word) &&
            /^(?:page|window|viewport|browser|screen)$/.test(act.object)),
      )
      .slice(0, 1)
      .map((act) => quoteAct('passive-browser-act', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'resize_page' }, quote: 'resize_page' }],
    silent: [{ name: 'puppeteer_click' }],
  },
};
