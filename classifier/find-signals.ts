import { isRead } from './acts.ts';
import type { Hit } from './decide.ts';
import { type NounClass, nounClasses } from './lexicon/nouns.ts';
import type { ParameterClass } from './lexicon/parameters.ts';
import { type VerbClass, verbWords } from './lexicon/verbs.ts';
import type { Reading } from './reading.ts';
import type { Signal } from './signal.ts';
import { signals } from './signals/index.ts';
import type { Text } from './text.ts';
import { triggersOf } from './triggers.ts';
import { term } from './vocabulary.ts';

/** What the conditions of a signal ask for, as bit sets; `any` where a condition is not given. */
interface Needs {
  signal: Signal;
  verbs: number;
  parameters: readonly ParameterClass[] | undefined;
  nouns: number;
  reads: boolean | undefined;
  /** Whether a word of `where.words`, or one of `nouns`, must be there. */
  named: boolean;
}

const any = -1;
const active = signals.filter(({ status }) => status !== 'retired');
const words = active.map(({ where }) => where?.words);
const triggers = triggersOf(words);

function bits<Name>(names: readonly Name[], wanted: readonly Name[] | undefined): number {
  if (wanted === undefined) return any;
  return wanted.reduce((set, name) => set | (1 << names.indexOf(name)), 0);
}

const verbClasses = Object.keys(verbWords) as VerbClass[];
const verbBit = new Map(verbClasses.map((name, index) => [name, 1 << index]));

const needs: Needs[] = active.map((signal) => {
  const { where } = signal;
  return {
    signal,
    verbs: bits<VerbClass>(verbClasses, where?.verbs),
    parameters: where?.parameters,
    nouns: where?.nouns === undefined ? 0 : bits<NounClass>(nounClasses, where.nouns),
    reads: where?.isRead,
    named: where?.words !== undefined || where?.nouns !== undefined,
  };
});

/** Every signal that fires, in the order of ids. */
export function findSignals(text: Text): Hit[] {
  const { reading } = text;
  let verbs = 0;
  let nouns = reading.nameKinds | reading.clauseKinds;
  for (const act of reading.acts) {
    verbs |= verbBit.get(act.verb) ?? 0;
    nouns |= act.kinds;
  }
  const reads = isRead(reading);
  collectTriggers(reading);
  const hits: Hit[] = [];
  for (let index = 0; index < needs.length; index++) {
    const need = needs[index] as Needs;
    if ((need.verbs & verbs) === 0 && need.verbs !== any) continue;
    if (need.reads !== undefined && need.reads !== reads) continue;
    if (need.named && (need.nouns & nouns) === 0 && !triggers.has(index)) continue;
    if (need.parameters?.every((kind) => !reading.byKind.has(kind))) continue;
    const evidence = need.signal.find(text);
    if (evidence.length > 0) hits.push({ signal: need.signal, evidence });
  }
  return hits;
}

/** Marks the signals whose words a tool uses. */
function collectTriggers({ text, acts, parameters }: Reading): void {
  triggers.clear();
  for (const word of text.nameWords) triggers.add(word.term);
  for (const word of text.descriptionWords) triggers.add(word.term);
  for (const act of acts) {
    triggers.add(term(act.word));
    triggers.add(term(act.object));
  }
  for (const { joined } of parameters) triggers.add(joined);
}
