import { nounClasses } from '../lexicon/nouns.ts';
import { parameterClasses } from '../lexicon/parameters.ts';
import { verbWords } from '../lexicon/verbs.ts';
import { signals } from '../signals/index.ts';

/**
 * Features that are no single words, numbered: a value of a group, or a value joined to another one. In
 * weights.json they have names (`group:value`, `group:value&other`), a reading is told in numbers.
 */
interface Family {
  group: string;
  values: readonly string[];
  others: readonly string[];
  /** The number of its first value by itself; those that join this value to others follow, then the next value. */
  from: number;
}

const verbs = [...Object.keys(verbWords), 'none'];
const kinds = [...nounClasses, 'unknown'];
const parameters = [...parameterClasses, 'nothing'];
const gravities = ['g0', 'g1', 'g2'];

/** Where verbs begin among the values that `takes` is joined to. */
export const takesVerb = gravities.length;

let count = 0;

function family(group: string, values: readonly string[], others: readonly string[] = []): Family {
  const from = count;
  count += values.length * (others.length + 1);
  return { group, values, others, from };
}

export const families = {
  bias: family('bias', ['']),
  name: family('name', verbs),
  clause: family('clause', verbs),
  nameAndClause: family('name+clause', verbs, verbs),
  also: family('also', verbs),
  choice: family('choice', verbs),
  choices: family('choices', verbs),
  object: family('object', kinds, verbs),
  clauseObject: family('clause-object', kinds, verbs),
  nameKind: family('name-kind', kinds, verbs),
  clauseKind: family('clause-kind', kinds),
  takes: family('takes', parameters, [...gravities, ...verbs]),
  nests: family('nests', parameters),
  signal: family(
    'signal',
    signals.map(({ id }) => id),
    verbs,
  ),
};

/** The number of a value, or of a value joined to another one; both by their place in the lists of the family. */
export function shapeOf({ from, others }: Family, value: number, other = -1): number {
  return from + value * (others.length + 1) + other + 1;
}

/** The name of each shape by its number. */
export const shapeNames: readonly string[] = Object.values(families).flatMap(
  ({ group, values, others }) =>
    values.flatMap((value) => [
      `${group}:${value}`,
      ...others.map((other) => `${group}:${value}&${other}`),
    ]),
);

const placesOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, place) => [name, place]));

/** Places of verbs, parameters and signals in the lists of the families; nouns stand in the order of their bits. */
export const verbPlaces = placesOf(verbs);
export const parameterPlaces = placesOf(parameters);
export const signalPlaces = placesOf(families.signal.values);
export const unknownKind = kinds.indexOf('unknown');
