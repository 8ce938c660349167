import { quoteAct } from '../evidence.ts';
import { nounishVerbs, type VerbClass } from '../lexicon/verbs.ts';
import type { Act } from '../reading/act.ts';
import type { Signal } from '../signal.ts';
import type { Word } from '../words.ts';

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
  'exec',
];
const changing: ReadonlySet<VerbClass> = new Set(changes);

/** `set_volume`, `sync_contacts`: nouns elsewhere, and never ahead of what they change. */
const giving = /^(?:update|change|set|mark|sync|import|submit|enter)$/;
/** `execute_plan`, and not `execute_query` or `execute_cell`. */
const stored =
  /exec(?!.*(?:quer|search|select|request|cards?$|question|report|sql|kql|dql|dax|cell|code|script|command|sh$|js|summary|calculat|math|logs?$|lookup|status|history))/i;
/** `sync_status`: the change is only looked at. */
const lookedAt =
  /^(?:status|state|progress|history|logs?|info|stats|results?|jobs|errors?|code|calculator|duty)$/;

/** Whether the verb of a name stands ahead of what it changes. */
function isGiven({ word, start }: Act, words: Word[]): boolean {
  const last = words.at(-1)?.text ?? '';
  return (
    giving.test(word) &&
    words.findIndex((other) => other.start === start) < words.length - 1 &&
    (/^(?:update|change|set)$/.test(word) || !lookedAt.test(last))
  );
}

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
    if (act.verb === 'exec' && (act === said || !stored.test(text.name.clean))) return [];
    const agreed = act !== said && clauseActs.some(({ verb }) => changing.has(verb));
    const gives = act === nameAct && isGiven(act, text.nameWords);
    const ordered = act === said && imperative.test(text.description?.clean ?? '');
    return agreed || gives || ordered || !nounishVerbs.has(act.word)
      ? [quoteAct('change-by-name', act)]
      : [];
  },
  falsePositives: ['generate_uuid only computes'],
  examples: {
    fires: [
      { tool: { name: 'seed_database' }, quote: 'seed_database' },
      { tool: { name: 'set_volume' }, quote: 'set_volume' },
      { tool: { name: 'execute_plan' }, quote: 'execute_plan' },
      { tool: { name: 'x', description: '提交代码' }, quote: '提交' },
    ],
    silent: [
      { name: 'map_distance' },
      { name: 'rise_set' },
      { name: 'execute_query' },
      { name: 'sync_status' },
      { name: 'get_database' },
      { name: 'delete_database' },
    ],
  },
};
