import type { ParameterClass } from './lexicon/parameters.ts';
import type { Act } from './reading/act.ts';
import { choices } from './reading/choices.ts';
import { clauseActs } from './reading/clause-acts.ts';
import { mainClause } from './reading/main-clause.ts';
import { joinParticles, looking, nameAct, splitUnknown } from './reading/name-act.ts';
import { groupByKind, type ReadParameter, readParameter } from './reading/parameter.ts';
import { spacelessName } from './reading/spaceless-acts.ts';
import { isSpokenOf } from './reading/spoken-of.ts';
import type { Passage, Text } from './text.ts';
import { noTerm } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A definition understood as acts: by its name, by the main clause of its description, by its choices. */
export interface Reading {
  text: Text;
  nameAct: Act | undefined;
  /** Bit set over all nouns of the name. */
  nameKinds: number;
  /** Verbs of the main clause; the first is the main verb, the rest are coordinated with it. */
  clauseActs: Act[];
  /** Words of the main clause. */
  clause: Word[];
  clauseKinds: number;
  /** Choices of an action parameter, and actions that the description lists for it. */
  choices: Act[];
  /** All of the above: name, clause, choices. */
  acts: Act[];
  /** What the tool does in the first place: by its name where that has a verb, else by its clause. */
  main: Act | undefined;
  parameters: ReadParameter[];
  byKind: ReadonlyMap<ParameterClass, ReadParameter[]>;
}

/** Reads the name, the main clause of the description, the parameters and what they choose between. */
export function readTool(text: Text): Reading {
  const parameters = text.parameters.map(readParameter);
  const clause = mainClause(text);
  const read = clause.length > 0 ? clauseActs(clause, text.description as Passage) : [];
  const given = asSaid(
    nameAct(
      text.name,
      joinParticles(splitUnknown(text.nameWords)),
      clause.length > 0 ? 5 : 0,
      read[0]?.verb,
    ) ?? spacelessName(text.nameWords, text.name),
    read[0],
  );
  const named = given !== undefined && isThing(given, text, clause, read[0]) ? undefined : given;
  const listed = named === undefined || named.verb === 'manage' ? read : [];
  const chosen = choices(text, parameters);
  const acts = [...read, ...chosen];
  if (named !== undefined) acts.unshift(named);
  return {
    text,
    nameAct: named,
    nameKinds: kindsOf(text.nameWords),
    clauseActs: read,
    clause,
    clauseKinds: read.reduce((kinds, act) => kinds | act.kinds, kindsOf(clause)),
    choices: listed.length >= 3 ? [...chosen, ...listed] : chosen,
    acts: acts.length === 0 ? [implied(text, clause)] : acts,
    main: named ?? read[0],
    parameters,
    byKind: groupByKind(parameters),
  };
}

/** Whether a name only says what is looked at. */
function isThing(named: Act, text: Text, clause: Word[], said: Act | undefined): boolean {
  const shows = said !== undefined && looking.has(said.verb) && !looking.has(named.verb);
  return shows && isSpokenOf(named, text.nameWords, clause);
}

/** `transfer`: "Transfer an item to a container". A name without an object means what the sentence says. */
function asSaid(named: Act | undefined, said: Act | undefined): Act | undefined {
  return named?.object === '' && said !== undefined && said.wordTerm.stem === named.wordTerm.stem
    ? { ...named, verb: said.verb }
    : named;
}

/** A tool without a verb (`server_domains`, "Database details") returns what it names. */
function implied(text: Text, clause: Word[]): Act {
  const words = text.nameWords;
  const object =
    words.findLast(({ term }) => term.nouns !== 0) ?? clause.find(({ term }) => term.nouns !== 0);
  const end = text.name.clean.length;
  return {
    verb: 'get',
    word: '',
    wordTerm: noTerm,
    passage: text.name,
    start: 0,
    end,
    objectEnd: end,
    object: object?.text ?? '',
    objectTerm: object?.term ?? noTerm,
    kinds: object?.term.nouns ?? 0,
  };
}

function kindsOf(words: Word[]): number {
  let kinds = 0;
  for (const word of words) kinds |= word.term.nouns;
  return kinds;
}

/** Whether a reading has a parameter of this kind (any depth). */
export function takes(reading: Reading, kind: ParameterClass): boolean {
  return reading.parameters.some(({ kinds }) => kinds.includes(kind));
}
