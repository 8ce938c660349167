import type { Evidence } from './classification.ts';
import type { ToolDefinition } from './definition.ts';
import type { HiddenPassage } from './hidden-passages.ts';
import type { Mentions } from './lexicon/products.ts';
import type { ParameterName } from './parameter-names.ts';
import type { PassageScan, ReadClause } from './poison/judge.ts';
import {
  add,
  addSpoken,
  escapeToken,
  isObject,
  type Reader,
  readSchema,
  readStrings,
} from './read-schema.ts';
import type { Act } from './reading/act.ts';
import { type Reading, readTool } from './reading.ts';
import type { Signal } from './signal.ts';
import { namedWords, sentenceWords } from './spoken-language.ts';
import { nameWords, proseWords, type Word } from './words.ts';

/** What part of a definition a passage is. */
export type PassageKind =
  | 'name'
  | 'title'
  | 'description'
  | 'parameter-name'
  | 'parameter-text'
  | 'enum'
  | 'default'
  | 'output'
  | 'other';

/** One string of a definition, in the order of reading. */
export interface Passage {
  /** RFC 6901, of the string (or of the parent object for a key). */
  pointer: string;
  kind: PassageKind;
  /** As the server sent it: what evidence quotes. */
  raw: string;
  /** For reading: NFKC, invisible characters removed, look-alike letters folded. */
  clean: string;
}

/** One property of the input schema, at any depth. */
export interface Parameter {
  name: Passage;
  /** What its name says, shared by all parameters of that name. */
  read: ParameterName;
  words: Word[];
  /** Its description; further texts (items, alternatives) are passages only. */
  text: Passage | undefined;
  /** Values of `enum` and `const`, also of its items and alternatives. */
  values: Passage[];
  type: string;
  /** 0 for a property of the input schema itself. */
  depth: number;
}

/** A definition read once; signals only look things up in it. */
export interface Text {
  definition: ToolDefinition;
  passages: Passage[];
  /** Whether a passage reads otherwise than it was sent: letters in other forms, or characters not to be seen. */
  cleaned: boolean;
  /** Whether a part was not read, as the definition is too large or too deep. */
  cut: boolean;
  /** Whether the input schema has a type that there is none of, or a required name with a space in it. */
  oddSchema: boolean;
  name: Passage;
  nameWords: Word[];
  title: Passage | undefined;
  description: Passage | undefined;
  parameters: Parameter[];
  /** Words of the description, in order. */
  descriptionWords: Word[];
  /** The definition understood as acts and kinds of parameters. */
  reading: Reading;
  memory: Memory;
}

/** What was read of a definition beyond its words, so that no signal reads it again. */
export interface Memory {
  mentions: Mentions | undefined;
  deletions: Act[] | undefined;
  /** What `findOnce` found. */
  found: Map<Signal['find'], Evidence[]> | undefined;
  hidden: HiddenPassage[] | undefined;
  scans: PassageScan[] | undefined;
  clauses: ReadClause[] | undefined;
  steering: ReadClause[] | undefined;
}

/** Reads a definition once. Hostile shapes (wrong types, deep or huge schemas) are cut, never an error. */
export function readText(definition: ToolDefinition): Text {
  const reader: Reader = {
    passages: [],
    cleaned: false,
    cut: false,
    oddSchema: false,
    parameters: [],
    characters: 0,
  };
  const name = add(reader, '/name', 'name', definition.name) ?? emptyName;
  const title = add(reader, '/title', 'title', definition.title);
  const description = add(reader, '/description', 'description', definition.description);
  readSchema(reader, definition.inputSchema, '/inputSchema', undefined, 0);
  readStrings(reader, definition.outputSchema, '/outputSchema', 'output', 0);
  readAnnotations(reader, definition.annotations);
  readOtherKeys(reader, definition);
  const said = wordsOf(description);
  const text: Text = {
    definition,
    passages: reader.passages,
    cleaned: reader.cleaned,
    cut: reader.cut,
    oddSchema: reader.oddSchema,
    name,
    nameWords: namedWords(nameWords(name.clean), said),
    title: title ?? reader.passages.find((passage) => passage.kind === 'title'),
    description,
    descriptionWords: sentenceWords(said),
    parameters: reader.parameters,
    memory: {
      mentions: undefined,
      deletions: undefined,
      found: undefined,
      hidden: undefined,
      scans: undefined,
      clauses: undefined,
      steering: undefined,
    },
    // No getter: V8 gives each object with one a hidden class of its own, which holds all of it past its life.
    reading: unread,
  };
  text.reading = readTool(text);
  return text;
}

/** Only the title of annotations is text; whatever else they hold, a model may be handed it. */
function readAnnotations(reader: Reader, annotations: unknown): void {
  if (!isObject(annotations)) {
    readStrings(reader, annotations, '/annotations', 'other', 1);
    return;
  }
  for (const [key, value] of Object.entries(annotations)) {
    addSpoken(reader, '/annotations', key);
    const kind = key === 'title' ? 'title' : 'other';
    readStrings(reader, value, `/annotations/${escapeToken(key)}`, kind, 1);
  }
}

function readOtherKeys(reader: Reader, definition: ToolDefinition): void {
  for (const key of Object.keys(definition)) {
    if (knownKeys.has(key)) continue;
    addSpoken(reader, '', key);
    readStrings(reader, definition[key], `/${escapeToken(key)}`, 'other', 1);
  }
}

const unread = {} as Reading;
const emptyName: Passage = { pointer: '/name', kind: 'name', raw: '', clean: '' };
const knownKeys = new Set([
  'name',
  'title',
  'description',
  'inputSchema',
  'outputSchema',
  'annotations',
]);

function wordsOf(description: Passage | undefined): Word[] {
  return description === undefined ? [] : proseWords(description.clean);
}
