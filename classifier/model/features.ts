import type { Hit } from '../decide.ts';
import { type NounClass, nounClasses } from '../lexicon/nouns.ts';
import { type VerbClass, verbClassOf } from '../lexicon/verbs.ts';
import type { Act } from '../reading/act.ts';
import type { Reading } from '../reading.ts';
import { lowerWords } from '../words.ts';

/** How grave a class of verbs is at worst; orders acts, and groups them for interactions. */
export const gravity: Record<VerbClass, number> = {
  wait: 0,
  compute: 0,
  get: 0,
  list: 0,
  search: 0,
  interface: 1,
  detach: 1,
  create: 1,
  update: 1,
  archive: 1,
  control: 1,
  manage: 1,
  publish: 1,
  send: 1,
  access: 1,
  clear: 2,
  overwrite: 2,
  delete: 2,
  exec: 2,
  pay: 2,
};

export function worstAct(acts: Act[]): Act | undefined {
  let worst: Act | undefined;
  for (const act of acts) {
    if (worst === undefined || gravity[act.verb] > gravity[worst.verb]) worst = act;
  }
  return worst;
}

/** Takes a feature as its group and its value; `group:value` is its name in weights.json. */
export type Emit = (group: string, value: string) => void;

const groups = ['g0', 'g1', 'g2'] as const;

/** How much of a description is read word by word: what comes later is usage advice. */
const described = { characters: 700, words: 110 };

/** Every feature of a reading: what the model adds up. The same feature may come twice and counts once. */
export function features(reading: Reading, hits: Hit[], emit: Emit): void {
  const { nameAct, clauseActs, choices } = reading;
  const clauseAct = clauseActs[0];
  const worst = worstAct(choices);
  const verb = nameAct?.verb ?? clauseAct?.verb ?? 'none';
  const gravest = worstAct(reading.acts);
  const group = groups[gravest === undefined ? 0 : gravity[gravest.verb]] as string;
  emit('bias', '');
  emit('name', nameAct?.verb ?? 'none');
  emit('clause', clauseAct?.verb ?? 'none');
  if (nameAct !== undefined) {
    emit('name-verb', stem(nameAct.word));
    if (clauseAct !== undefined) emit('name+clause', pair(nameAct.verb, clauseAct.verb));
  }
  if (clauseAct !== undefined) emit('clause-verb', stem(clauseAct.word));
  for (let index = 1; index < clauseActs.length; index++)
    emit('also', (clauseActs[index] as Act).verb);
  if (worst !== undefined) emit('choice', worst.verb);
  for (const act of choices) emit('choices', act.verb);
  emitKinds(emit, 'object', nameAct?.kinds ?? 0, verb);
  emitKinds(emit, 'clause-object', clauseAct?.kinds ?? 0, clauseAct?.verb ?? verb);
  emitKinds(emit, 'name-kind', reading.nameKinds, verb);
  emitKinds(emit, 'clause-kind', reading.clauseKinds, undefined);
  emitParameters(emit, reading, group);
  for (const { signal } of hits) {
    emit('signal', signal.id);
    emit('signal', pair(signal.id, verb));
  }
  if (reading.parameters.length === 0) emit('takes', pair('nothing', verb));
  emitWords(emit, reading, gravest !== undefined && gravity[gravest.verb] > 0);
}

function emitParameters(emit: Emit, reading: Reading, group: string): void {
  for (const { parameter, kinds } of reading.parameters) {
    const own = parameter.depth === 0;
    for (const kind of kinds) {
      emit(own ? 'takes' : 'nests', kind);
      if (own) emit('takes', pair(kind, group));
    }
    if (own) for (const word of parameter.words) emit('parameter', stem(word.text));
  }
}

function emitWords(emit: Emit, reading: Reading, acts: boolean): void {
  const objects = acts ? 'act-object' : 'look-object';
  for (const act of reading.acts) if (act.object !== '') emit(objects, stem(act.object));
  for (const word of reading.text.nameWords) emit('name-word', stem(word.text));
  for (const word of reading.clause) emit('clause-word', stem(word.text));
  const description = reading.text.description?.clean ?? '';
  const { characters, words } = described;
  for (const word of lowerWords(description, characters, words)) emit('word', stem(word));
}

function emitKinds(emit: Emit, at: string, mask: number, verb: string | undefined): void {
  if (mask === 0) {
    if (verb !== undefined) emit(at, pair('unknown', verb));
    return;
  }
  for (let bit = 0; bit < nounClasses.length; bit++) {
    if ((mask & (1 << bit)) === 0) continue;
    const kind = nounClasses[bit] as NounClass;
    emit(at, kind);
    if (verb !== undefined) emit(at, pair(kind, verb));
  }
}

const pairs = new Map<string, Map<string, string>>();

/** `a&b`, made once: both come from closed sets. */
function pair(a: string, b: string): string {
  let known = pairs.get(a);
  if (known === undefined) {
    known = new Map();
    pairs.set(a, known);
  }
  let name = known.get(b);
  if (name === undefined) {
    name = `${a}&${b}`;
    known.set(b, name);
  }
  return name;
}

/** A word without its plural or third person ending. */
export function stem(word: string): string {
  if (word.charCodeAt(word.length - 1) !== 115 || word.length < 4) return word;
  if (word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('ches') && verbClassOf.has(word) ? word.slice(0, -2) : word.slice(0, -1);
}
