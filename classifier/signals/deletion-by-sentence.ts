import { attached, deletions } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const mild =
  /^(?:remov|clean|prun|terminat|kill|uninstall|unset|unregister|deregister|expire|dissolve|discard|evict|drop|清除|解除|quita|retir|remueve)/i;

export const deletionBySentence: Signal = {
  id: 'deletion-by-sentence',
  title: 'Its first sentence is a plain delete of data',
  why: 'Where the name says nothing and the description opens with a delete, in any of the languages that are read, the tool deletes.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'medium', capability: 'deletes-data' },
  where: { verbs: ['delete'] },
  find: (text) => {
    const { reading } = text;
    const act = reading.clauseActs[0];
    if (
      reading.nameAct !== undefined ||
      act === undefined ||
      mild.test(act.word) ||
      attached.test(act.object)
    )
      return [];
    return deletions(reading).includes(act) && reading.clauseActs.length === 1
      ? [quoteAct('deletion-by-sentence', act)]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'x', description: '删除指定的文件' }, quote: '删除指定的文件' },
      {
        tool: { name: 'x', description: 'Löscht einen Datensatz.' },
        quote: 'Löscht einen Datensatz',
      },
    ],
    silent: [
      { name: 'x', description: 'Removes a label.' },
      { name: 'x', description: 'Lists deleted files.' },
    ],
  },
};
