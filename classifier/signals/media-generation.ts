import { speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const edits = /^(?:inpaint|outpaint|upscale|crop|paint)$/;
const media =
  /^(?:image|images|video|videos|audio|speech|music|song|voice|picture|photo|sound|song)$/;
const backgrounds = new Set(['background', 'watermark', 'noise', 'vocals']);

export const mediaGeneration: Signal = {
  id: 'media-generation',
  title: 'Generates or edits media',
  why: 'A new picture is saved beside its original.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium' },
  where: { words: [...wordsOf(edits), ...wordsOf(media), ...backgrounds] },
  find: (text) => {
    const { reading } = text;
    return reading.acts
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          (edits.test(act.word) ||
            (act.verb === 'create' && media.test(act.object)) ||
            (act.verb === 'delete' && /^background$/.test(act.object))),
      )
      .map((act) => quoteAct('media-generation', act))
      .concat(
        speaksOf(reading, backgrounds) && /remove|replace/.test(text.name.clean)
          ? [{ signal: 'media-generation', pointer: text.name.pointer, quote: text.name.raw }]
          : [],
      );
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'generate_image' }, quote: 'generate_image' },
      { tool: { name: 'inpaint' }, quote: 'inpaint' },
      { tool: { name: 'remove_background' }, quote: 'remove_background' },
    ],
    silent: [{ name: 'delete_image' }],
  },
};
