import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const thinking =
  /^(?:think|thinking|thought|thoughts|sequentialthinking|brainstorm|brainstorming|reasoning)$/;

const thoughts = /^(?:thoughts?|next_?thought_?needed|reasoning)$/i;

export const thinkingAid: Signal = {
  id: 'thinking-aid',
  title: 'Only holds thoughts or plans of the model',
  why: 'A scratchpad for reasoning reads and changes nothing.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low' },
  where: { words: [...wordsOf(thinking), ...wordsOf(thoughts)] },
  find: (text) => {
    return [
      ...text.nameWords
        .filter((word) => thinking.test(word.text))
        .map(() => ({ signal: 'thinking-aid', pointer: text.name.pointer, quote: text.name.raw })),
      ...text.parameters
        .filter((parameter) => thoughts.test(parameter.name.clean))
        .map((parameter) => ({
          signal: 'thinking-aid',
          pointer: parameter.name.pointer,
          quote: parameter.name.raw,
        })),
    ].slice(0, 1);
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'sequentialthinking' }, quote: 'sequentialthinking' }],
    silent: [{ name: 'get_task' }],
  },
};
