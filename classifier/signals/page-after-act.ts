import { quoteParameter } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const returned =
  /^(?:include_?snapshot|return_?(?:snapshot|html|content|page)|include_?(?:html|page_?content))$/i;

export const pageAfterAct: Signal = {
  id: 'page-after-act',
  title: 'Returns the page after acting on it',
  why: 'A click that brings the page back brings its text.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'ingests-untrusted' },
  where: { words: [...wordsOf(returned)] },
  find: (text) => {
    const { reading } = text;
    return reading.parameters
      .filter(({ parameter }) => returned.test(parameter.name.clean))
      .map((parameter) => quoteParameter('page-after-act', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'click',
          inputSchema: { properties: { includeSnapshot: { type: 'boolean' } } },
        },
        quote: 'includeSnapshot',
      },
    ],
    silent: [{ name: 'click', inputSchema: { properties: { uid: { type: 'string' } } } }],
  },
};
