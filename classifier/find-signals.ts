import { isRead } from './acts.ts';
import type { Hit } from './decide.ts';
import { type VerbClass, verbWords } from './lexicon/verbs.ts';
import type { Reading } from './reading.ts';
import type { Signal } from './signal.ts';
import { signals } from './signals/index.ts';
import type { Text } from './text.ts';

/** Every signal that fires, in the order of ids. */
export function findSignals(text: Text): Hit[] {
  const { reading } = text;
  const hits: Hit[] = [];
  for (const signal of possibleSignals(reading)) {
    const parameters = signal.where?.parameters;
    if (parameters !== undefined && !parameters.some((kind) => reading.byKind.has(kind))) continue;
    const evidence = signal.find(text);
    if (evidence.length > 0) hits.push({ signal, evidence });
  }
  return hits;
}

const verbBits = new Map(
  Object.keys(verbWords).map((name, index) => [name as VerbClass, 1 << index]),
);
/** Signals by what they may fire on: bits of verbs, and whether the tool only reads. */
const possible = new Map<number, Signal[]>();
/** More combinations than real definitions have; hostile ones must not fill the memory. */
const mostPossible = 2000;

/** The signals whose conditions on verbs a tool meets; worked out once for each combination of verbs. */
function possibleSignals(reading: Reading): Signal[] {
  let verbs = 0;
  for (const { verb } of reading.acts) verbs |= verbBits.get(verb) ?? 0;
  const reads = isRead(reading);
  const key = verbs * 2 + (reads ? 1 : 0);
  let found = possible.get(key);
  if (found === undefined) {
    if (possible.size >= mostPossible) possible.clear();
    found = signals.filter((signal) => mayFire(signal, verbs, reads));
    possible.set(key, found);
  }
  return found;
}

function mayFire({ status, where }: Signal, verbs: number, reads: boolean): boolean {
  if (status === 'retired') return false;
  if (where?.isRead !== undefined && where.isRead !== reads) return false;
  return (
    where?.verbs === undefined ||
    where.verbs.some((verb) => (verbs & (verbBits.get(verb) ?? 0)) !== 0)
  );
}
