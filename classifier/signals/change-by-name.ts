import { quoteAct } from '../evidence.ts';
import { nounishVerbs, type VerbClass } from '../lexicon/verbs.ts';
import type { Act } from '../reading/act.ts';
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

export const changeByName: Signal = {
  id: 'change-by-name',
  title: 'Named after a change',
  why: 'A tool whose name begins with creating, changing, sending or starting does that.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write' },
  where: { isRead: false, verbs: changes },
  find: (text) => {
    const { nameAct, clauseActs } = text.reading;
    const agreed = clauseActs.length > 0 && changing.has((clauseActs[0] as Act).verb);
    return nameAct !== undefined &&
      changing.has(nameAct.verb) &&
      nameAct.word !== 'checkout' &&
      (agreed || !nounishVerbs.has(nameAct.word))
      ? [quoteAct('change-by-name', nameAct)]
      : [];
  },
  falsePositives: ['generate_uuid only computes'],
  examples: {
    fires: [{ tool: { name: 'seed_database' }, quote: 'seed_database' }],
    silent: [{ name: 'map_distance' }, { name: 'get_database' }, { name: 'delete_database' }],
  },
};
