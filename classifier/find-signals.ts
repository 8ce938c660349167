import { isRead } from './acts.ts';
import type { Hit } from './decide.ts';
import { type NounClass, nounClasses } from './lexicon/nouns.ts';
import { lowestBit } from './lowest-bit.ts';
import { marksOf } from './marks.ts';
import type { Reading } from './reading.ts';
import type { Signal } from './signal.ts';
import { signals } from './signals/index.ts';
import type { Text } from './text.ts';
import { triggersOf } from './triggers.ts';

const active = signals.filter(({ status }) => status !== 'retired');
const conditions = active.map(({ where }) => where ?? {});

/** The signals whose condition a tool meets, for each part of the conditions. */
const byVerb = marksOf(conditions.map(({ verbs }) => verbs));
const byParameter = marksOf(conditions.map(({ parameters }) => parameters));
const byReading = marksOf(
  conditions.map(({ isRead }) => (isRead === undefined ? undefined : [isRead])),
);
/** A word or a noun is enough; a signal that asks for words alone is never found by a noun. */
const byWord = triggersOf(conditions.map(({ words }) => words));
const byNoun = marksOf(
  conditions.map(({ nouns, words }) => (words === undefined ? nouns : (nouns ?? []))),
);

/** Every signal that fires, in the order of ids. */
export function findSignals(text: Text): Hit[] {
  markConditions(text.reading);
  const hits: Hit[] = [];
  for (let part = 0; part < byVerb.marked.length; part++) {
    let met = byVerb.marked[part] as number;
    met &= byParameter.marked[part] as number;
    met &= byReading.marked[part] as number;
    met &= (byWord.marked[part] as number) | (byNoun.marked[part] as number);
    for (; met !== 0; met &= met - 1) {
      const signal = active[part * 32 + lowestBit(met)] as Signal;
      const evidence = signal.find(text);
      if (evidence.length > 0) hits.push({ signal, evidence });
    }
  }
  return hits;
}

function markConditions(reading: Reading): void {
  for (const marks of [byVerb, byParameter, byReading, byWord, byNoun]) marks.clear();
  const { text } = reading;
  let nouns = reading.nameKinds | reading.clauseKinds;
  for (const act of reading.acts) {
    nouns |= act.kinds;
    byVerb.add(act.verb);
    byWord.add(act.wordTerm);
    byWord.add(act.objectTerm);
  }
  for (let bits = nouns; bits !== 0; bits &= bits - 1)
    byNoun.add(nounClasses[lowestBit(bits)] as NounClass);
  byReading.add(isRead(reading));
  for (const kind of reading.byKind.keys()) byParameter.add(kind);
  for (const { joined } of reading.parameters) byWord.add(joined);
  for (const word of text.nameWords) byWord.add(word.term);
  for (const word of text.descriptionWords) byWord.add(word.term);
}
