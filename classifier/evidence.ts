import type { Evidence } from './classification.ts';
import { isDenied, isDeniedAbroad } from './denial.ts';
import { eachMatch } from './each-match.ts';
import { type NounClass, nounClasses } from './lexicon/nouns.ts';
import type { ParameterClass } from './lexicon/parameters.ts';
import type { VerbClass } from './lexicon/verbs.ts';
import type { Act } from './reading/act.ts';
import type { ReadParameter } from './reading/parameter.ts';
import type { Reading } from './reading.ts';
import type { Passage } from './text.ts';
import { quoteRaw } from './unicode.ts';

/** Quotes the act: the whole name, a chosen value, or the verb of a sentence with its object. */
export function quoteAct(signal: string, act: Act): Evidence {
  const { passage } = act;
  const whole = passage.kind === 'name' || passage.kind === 'enum';
  return {
    signal,
    pointer: passage.pointer,
    quote: whole ? passage.raw : quoteRaw(passage, act.start, act.objectEnd),
  };
}

export function quoteParameter(signal: string, { parameter }: ReadParameter): Evidence {
  return { signal, pointer: parameter.name.pointer, quote: parameter.name.raw };
}

/**
 * The first match of a pattern in a passage, as evidence; at most one.
 * @param within how much of the passage is looked at from its beginning, in UTF-16 units
 */
export function quoteMatch(
  signal: string,
  passage: Passage | undefined,
  pattern: RegExp,
  within = Number.POSITIVE_INFINITY,
): Evidence[] {
  if (passage === undefined) return [];
  const found = pattern.exec(passage.clean.slice(0, within));
  return found === null ? [] : [quoteFound(signal, passage, found)];
}

/** As `quoteMatch`, of a global pattern: the first match that its own clause does not deny. */
export function quoteStated(
  signal: string,
  passage: Passage | undefined,
  pattern: RegExp,
  within = Number.POSITIVE_INFINITY,
): Evidence[] {
  return quoteUndenied(signal, passage, pattern, isDenied, within);
}

/**
 * What a description states, in English by one pattern and in other languages by another; both are global.
 * @param denied what rules a match of the English one out
 */
export function quoteStatedAnywhere(
  signal: string,
  passage: Passage | undefined,
  english: RegExp,
  abroad: RegExp,
  denied = isDenied,
): Evidence[] {
  const stated = quoteUndenied(signal, passage, english, denied);
  return stated.length > 0 ? stated : quoteUndenied(signal, passage, abroad, isDeniedAbroad);
}

/** As `quoteMatch`, of a global pattern: the first match that `denied` does not rule out. */
export function quoteUndenied(
  signal: string,
  passage: Passage | undefined,
  pattern: RegExp,
  denied: (text: string, start: number, end: number) => boolean,
  within = Number.POSITIVE_INFINITY,
): Evidence[] {
  if (passage === undefined) return [];
  const text = passage.clean.slice(0, within);
  for (const found of eachMatch(text, pattern))
    if (!denied(text, found.index, found.index + found[0].length))
      return [quoteFound(signal, passage, found)];
  return [];
}

/** A match in the cleaned text of a passage, as the server sent it. */
export function quoteFound(signal: string, passage: Passage, found: RegExpExecArray): Evidence {
  const end = found.index + found[0].length;
  return { signal, pointer: passage.pointer, quote: quoteRaw(passage, found.index, end) };
}

/** Acts of the name, the main clause and the choices, whose verb is of one of these classes. */
export function actsOf(reading: Reading, ...classes: VerbClass[]): Act[] {
  return reading.acts.filter((act) => classes.includes(act.verb));
}

const nounBit = new Map(nounClasses.map((name, bit) => [name, 1 << bit]));

export function hasKind(kinds: number, ...classes: NounClass[]): boolean {
  for (const name of classes) if ((kinds & (nounBit.get(name) ?? 0)) !== 0) return true;
  return false;
}

/** Parameters of one of these kinds; nested ones too. */
export function parametersOf(reading: Reading, ...classes: ParameterClass[]): ReadParameter[] {
  const found: ReadParameter[] = [];
  for (const name of classes) {
    const parameters = reading.byKind.get(name);
    if (parameters === undefined) continue;
    for (const parameter of parameters) if (!found.includes(parameter)) found.push(parameter);
  }
  return found;
}

/** Parameters of the call itself, not nested in another. */
export function ownParameters(reading: Reading, ...classes: ParameterClass[]): ReadParameter[] {
  const found = parametersOf(reading, ...classes);
  return found.length === 0 ? found : found.filter(({ parameter }) => parameter.depth === 0);
}

/** Parameters of the call itself whose name matches. */
export function ownNamed(reading: Reading, names: RegExp): ReadParameter[] {
  return reading.parameters.filter(
    ({ parameter }) => parameter.depth === 0 && names.test(parameter.name.clean),
  );
}
