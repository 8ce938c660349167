import type { Hit } from '../decide.ts';
import { type NounClass, nounClasses } from '../lexicon/nouns.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import type { Act } from '../reading/act.ts';
import type { Reading } from '../reading.ts';
import { type Term, term } from '../vocabulary.ts';
import type { Word } from '../words.ts';

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

/** Groups of features that are single words; they share a penalty and a way to be looked up. */
export const wordGroups = [
  'name-verb',
  'clause-verb',
  'parameter',
  'act-object',
  'look-object',
  'name-word',
  'clause-word',
  'word',
] as const;

export type WordGroup = (typeof wordGroups)[number];

/** Takes features; each has a name in weights.json, and the same one may come twice and counts once. */
export interface Emit {
  /** `group:value`, or `group:value&other`. */
  shape(group: string, value: string, other?: string): void;
  /** `group:word`, the word without its ending: see `Term.stem`. */
  word(group: WordGroup, word: Term): void;
}

const groups = ['g0', 'g1', 'g2'] as const;

/** How much of a description is read word by word, in UTF-16 units and words: what comes later is usage advice. */
const described = { characters: 700, words: 110 };

/** Every feature of a reading: what the model adds up. */
export function features(reading: Reading, hits: Hit[], emit: Emit): void {
  const { nameAct, clauseActs, choices } = reading;
  const clauseAct = clauseActs[0];
  const worst = worstAct(choices);
  const verb = nameAct?.verb ?? clauseAct?.verb ?? 'none';
  const gravest = worstAct(reading.acts);
  const group = groups[gravest === undefined ? 0 : gravity[gravest.verb]] as string;
  emit.shape('bias', '');
  emit.shape('name', nameAct?.verb ?? 'none');
  emit.shape('clause', clauseAct?.verb ?? 'none');
  if (nameAct !== undefined) {
    emit.word('name-verb', term(nameAct.word));
    if (clauseAct !== undefined) emit.shape('name+clause', nameAct.verb, clauseAct.verb);
  }
  if (clauseAct !== undefined) emit.word('clause-verb', term(clauseAct.word));
  for (let index = 1; index < clauseActs.length; index++)
    emit.shape('also', (clauseActs[index] as Act).verb);
  if (worst !== undefined) emit.shape('choice', worst.verb);
  for (const act of choices) emit.shape('choices', act.verb);
  emitKinds(emit, 'object', nameAct?.kinds ?? 0, verb);
  emitKinds(emit, 'clause-object', clauseAct?.kinds ?? 0, clauseAct?.verb ?? verb);
  emitKinds(emit, 'name-kind', reading.nameKinds, verb);
  emitKinds(emit, 'clause-kind', reading.clauseKinds, undefined);
  emitParameters(emit, reading, group);
  for (const { signal } of hits) {
    emit.shape('signal', signal.id);
    emit.shape('signal', signal.id, verb);
  }
  if (reading.parameters.length === 0) emit.shape('takes', 'nothing', verb);
  emitWords(emit, reading, gravest !== undefined && gravity[gravest.verb] > 0);
}

function emitParameters(emit: Emit, reading: Reading, group: string): void {
  for (const { parameter, kinds } of reading.parameters) {
    const own = parameter.depth === 0;
    for (const kind of kinds) {
      emit.shape(own ? 'takes' : 'nests', kind);
      if (own) emit.shape('takes', kind, group);
    }
    if (own) for (const word of parameter.words) emit.word('parameter', word.term);
  }
}

function emitWords(emit: Emit, reading: Reading, acts: boolean): void {
  const objects = acts ? 'act-object' : 'look-object';
  const { text } = reading;
  for (const act of reading.acts) if (act.object !== '') emit.word(objects, term(act.object));
  for (const word of text.nameWords) emit.word('name-word', word.term);
  for (const word of reading.clause) emit.word('clause-word', word.term);
  const { length } = text.descriptionWords;
  for (let index = 0; index < Math.min(length, described.words); index++) {
    const word = text.descriptionWords[index] as Word;
    if (word.end > described.characters) break;
    emit.word('word', word.term);
  }
}

function emitKinds(emit: Emit, at: string, mask: number, verb: string | undefined): void {
  if (mask === 0) {
    if (verb !== undefined) emit.shape(at, 'unknown', verb);
    return;
  }
  for (let bit = 0; bit < nounClasses.length; bit++) {
    if ((mask & (1 << bit)) === 0) continue;
    const kind = nounClasses[bit] as NounClass;
    emit.shape(at, kind);
    if (verb !== undefined) emit.shape(at, kind, verb);
  }
}
