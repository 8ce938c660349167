import { actsOf, ownNamed, quoteParameter } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const pieces =
  /^(?:edits|patch(?:es)?|diff|old_?(?:str|string|text|content)|find_?text|search_?text|start_?line|line_?number)$/i;

export const partialEdit: Signal = {
  id: 'partial-edit',
  title: 'Changes a part of a text',
  why: 'Edits, patches and replaced strings leave the rest as it was and can be put back.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium' },
  where: { verbs: ['update', 'overwrite', 'create'], words: [...wordsOf(pieces)] },
  find: (text) => {
    const { reading } = text;
    const edits = actsOf(reading, 'update', 'overwrite', 'create').some(
      (act) => act === reading.main,
    );
    if (!edits || reading.choices.length > 0) return [];
    return ownNamed(reading, pieces)
      .slice(0, 2)
      .map((parameter) => quoteParameter('partial-edit', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'edit_file', inputSchema: { properties: { path: {}, edits: {} } } },
        quote: 'edits',
      },
    ],
    silent: [
      { name: 'write_file', inputSchema: { properties: { path: {}, content: {} } } },
      { name: 'get_diff', inputSchema: { properties: { diff: {} } } },
    ],
  },
};
