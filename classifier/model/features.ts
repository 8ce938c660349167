import type { Hit } from '../decide.ts';
import { denying } from '../denial.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import { lowestBit } from '../lowest-bit.ts';
import type { Act } from '../reading/act.ts';
import type { Reading } from '../reading.ts';
import type { Term } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import {
  families,
  parameterPlaces,
  shapeOf,
  signalPlaces,
  takesVerb,
  unknownKind,
  verbPlaces,
} from './shapes.ts';

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

/** Takes features; the same one may come twice and counts once. */
export interface Emit {
  /** By its number: see `shapeOf`. */
  shape(shape: number): void;
  /** A word without its ending (`Term.stem`), by the place of its group in `wordGroups`. */
  word(group: number, word: Term): void;
}

const placeOf = Object.fromEntries(wordGroups.map((group, place) => [group, place])) as Record<
  WordGroup,
  number
>;

/** "Does not notify users": so many words behind a denial are not done. */
const deniedWords = 3;
const denials = new Set([...denying, 'not']);

/** How much of a description is read word by word, in UTF-16 units and words: what comes later is usage advice. */
const described = { characters: 700, words: 110 };

/** Every feature of a reading: what the model adds up. */
export function features(reading: Reading, hits: Hit[], emit: Emit): void {
  const { nameAct, clauseActs, choices } = reading;
  const clauseAct = clauseActs[0];
  const worst = worstAct(choices);
  const named = verbPlace(nameAct?.verb);
  const said = verbPlace(clauseAct?.verb);
  const verb = nameAct === undefined ? said : named;
  const gravest = worstAct(reading.acts);
  const grave = gravest === undefined ? 0 : gravity[gravest.verb];
  emit.shape(shapeOf(families.bias, 0));
  emit.shape(shapeOf(families.name, named));
  emit.shape(shapeOf(families.clause, said));
  if (nameAct !== undefined) {
    emit.word(placeOf['name-verb'], nameAct.wordTerm);
    if (clauseAct !== undefined) emit.shape(shapeOf(families.nameAndClause, named, said));
  }
  if (clauseAct !== undefined) emit.word(placeOf['clause-verb'], clauseAct.wordTerm);
  for (let index = 1; index < clauseActs.length; index++)
    emit.shape(shapeOf(families.also, verbPlace((clauseActs[index] as Act).verb)));
  if (worst !== undefined) emit.shape(shapeOf(families.choice, verbPlace(worst.verb)));
  for (const act of choices) emit.shape(shapeOf(families.choices, verbPlace(act.verb)));
  emitKinds(emit, families.object, nameAct?.kinds ?? 0, verb);
  emitKinds(
    emit,
    families.clauseObject,
    clauseAct?.kinds ?? 0,
    clauseAct === undefined ? verb : said,
  );
  emitKinds(emit, families.nameKind, reading.nameKinds, verb);
  for (let bits = reading.clauseKinds; bits !== 0; bits &= bits - 1)
    emit.shape(shapeOf(families.clauseKind, lowestBit(bits)));
  emitParameters(emit, reading, grave);
  for (const { signal } of hits) {
    const place = signalPlaces.get(signal.id) as number;
    emit.shape(shapeOf(families.signal, place));
    emit.shape(shapeOf(families.signal, place, verb));
  }
  if (reading.parameters.length === 0) {
    const nothing = parameterPlaces.get('nothing') as number;
    emit.shape(shapeOf(families.takes, nothing, takesVerb + verb));
  }
  emitWords(emit, reading, grave > 0);
}

function verbPlace(verb: VerbClass | undefined): number {
  return verbPlaces.get(verb ?? 'none') as number;
}

function emitParameters(emit: Emit, reading: Reading, grave: number): void {
  for (const { parameter, kinds } of reading.parameters) {
    const own = parameter.depth === 0;
    for (const kind of kinds) {
      const place = parameterPlaces.get(kind) as number;
      emit.shape(shapeOf(own ? families.takes : families.nests, place));
      if (own) emit.shape(shapeOf(families.takes, place, grave));
    }
    if (own) for (const word of parameter.words) emit.word(placeOf.parameter, word.term);
  }
}

function emitWords(emit: Emit, reading: Reading, acts: boolean): void {
  const objects = placeOf[acts ? 'act-object' : 'look-object'];
  const { text } = reading;
  for (const act of reading.acts) if (act.object !== '') emit.word(objects, act.objectTerm);
  for (const word of text.nameWords) emit.word(placeOf['name-word'], word.term);
  for (const word of reading.clause) emit.word(placeOf['clause-word'], word.term);
  const words = text.descriptionWords;
  const clean = text.description?.clean ?? '';
  let remark = false;
  let deniedTo = 0;
  for (let index = 0; index < Math.min(words.length, described.words); index++) {
    const word = words[index] as Word;
    if (word.end > described.characters) break;
    const opens = remarks.has(word.text);
    if ((remark || opens) && index > 0 && beginsSentence(clean, word.start)) remark = opens;
    if (!remark && index >= deniedTo) emit.word(placeOf.word, word.term);
    if (denials.has(word.text)) deniedTo = index + 1 + deniedWords;
  }
}

/** "Requires an API key.", "See the documentation.": what says nothing of what a call does. */
const remarks: ReadonlySet<string> = new Set(
  'requires needs see available throws raises example examples'.split(' '),
);

function beginsSentence(clean: string, start: number): boolean {
  return /[.!\n][ *_•-]{0,4}$/.test(clean.slice(Math.max(0, start - 5), start));
}

/** The kinds of a noun, each by itself and joined to the verb. */
function emitKinds(emit: Emit, family: JoinedKinds, mask: number, verb: number): void {
  if (mask === 0) emit.shape(shapeOf(family, unknownKind, verb));
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const kind = lowestBit(bits);
    emit.shape(shapeOf(family, kind));
    emit.shape(shapeOf(family, kind, verb));
  }
}

type JoinedKinds = (typeof families)['object' | 'clauseObject' | 'nameKind'];
