import { quoteAct } from '../evidence.ts';
import { nounishVerbs, type VerbClass } from '../lexicon/verbs.ts';
import type { Signal } from '../signal.ts';

const changes: VerbClass[] = [
  'create',
  'update',
  'detach',
  'archive',
  'control',
  'interface',
  'send',
  'publish',
  'access',
];
const changing: ReadonlySet<VerbClass> = new Set(changes);

/** "Index many documents", and not "Index of documents". */
const imperative = /^\w+ (?:an?|the|many|multiple|several|new|all|one)\b/i;

export const changeByName: Signal = {
  id: 'change-by-name',
  title: 'Named after a change, or said to be one',
  why: 'A tool whose name or sentence begins with creating, changing, sending or starting does that.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write' },
  where: { isRead: false, verbs: changes },
  find: (text) => {
    const { nameAct, clauseActs } = text.reading;
    const said = clauseActs[0];
    const act = nameAct ?? said;
    if (act === undefined || !changing.has(act.verb) || act.word === 'checkout') return [];
    const agreed = act !== said && clauseActs.some(({ verb }) => changing.has(verb));
    const ordered = act === said && imperative.test(text.description?.clean ?? '');
    return agreed || ordered || !nounishVerbs.has(act.word)
      ? [quoteAct('change-by-name', act)]
      : [];
  },
  falsePositives: ['generate_uuid only computes'],
  examples: {
    fires: [
      { tool: { name: 'seed_database' }, quote: 'seed_database' },
      { tool: { name: 'x', description: '提交代码' }, quote: '提交' },
    ],
    silent: [{ name: 'map_distance' }, { name: 'get_database' }, { name: 'delete_database' }],
  },
};
