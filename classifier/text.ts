import type { Json, JsonObject, ToolDefinition } from './definition.ts';
import type { HiddenPassage } from './hidden-passages.ts';
import type { Mentions } from './lexicon/products.ts';
import type { PassageScan, ReadClause } from './poison/judge.ts';
import { type Reading, readTool } from './reading.ts';
import { cleanText } from './unicode.ts';
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
  readonly reading: Reading;
  memory: Memory;
}

/** What was read of a definition beyond its words, so that no signal reads it again. */
export interface Memory {
  mentions?: Mentions;
  hidden?: HiddenPassage[];
  scans?: PassageScan[];
  clauses?: ReadClause[];
  steering?: ReadClause[];
}

/** More than any real definition has; what lies beyond is not read. */
const limits = { depth: 10, passages: 4000, characters: 400_000 };

interface Reader {
  passages: Passage[];
  cleaned: boolean;
  oddSchema: boolean;
  parameters: Parameter[];
  characters: number;
}

/** Reads a definition once. Hostile shapes (wrong types, deep or huge schemas) are cut, never an error. */
export function readText(definition: ToolDefinition): Text {
  const reader: Reader = {
    passages: [],
    cleaned: false,
    oddSchema: false,
    parameters: [],
    characters: 0,
  };
  const name = add(reader, '/name', 'name', definition.name) ?? emptyName;
  const title = add(reader, '/title', 'title', definition.title);
  const description = add(reader, '/description', 'description', definition.description);
  readSchema(reader, definition.inputSchema, '/inputSchema', undefined, 0);
  readStrings(reader, definition.outputSchema, '/outputSchema', 'output', 0);
  if (isObject(definition.annotations)) {
    add(reader, '/annotations/title', 'title', definition.annotations.title);
  }
  for (const key of Object.keys(definition)) {
    if (!knownKeys.has(key))
      readStrings(reader, definition[key], `/${escapeToken(key)}`, 'other', 1);
  }
  let reading: Reading | undefined;
  const text: Text = {
    definition,
    passages: reader.passages,
    cleaned: reader.cleaned,
    oddSchema: reader.oddSchema,
    name,
    nameWords: nameWords(name.clean),
    title: title ?? reader.passages.find((passage) => passage.kind === 'title'),
    description,
    descriptionWords: wordsOf(description),
    parameters: reader.parameters,
    memory: {},
    get reading() {
      reading ??= readTool(text);
      return reading;
    },
  };
  return text;
}

const emptyName: Passage = { pointer: '/name', kind: 'name', raw: '', clean: '' };
const knownKeys = new Set([
  'name',
  'title',
  'description',
  'inputSchema',
  'outputSchema',
  'annotations',
]);

function add(
  reader: Reader,
  pointer: string,
  kind: PassageKind,
  raw: unknown,
): Passage | undefined {
  if (typeof raw !== 'string' || raw === '' || reader.passages.length >= limits.passages)
    return undefined;
  const room = limits.characters - reader.characters;
  if (room <= 0) return undefined;
  const cut = raw.length > room ? raw.slice(0, room) : raw;
  reader.characters += cut.length;
  const clean = cleanText(cut);
  if (clean !== cut) reader.cleaned = true;
  const passage = { pointer, kind, raw: cut, clean };
  reader.passages.push(passage);
  return passage;
}

/** What JSON Schema calls types, and `any`, which many write. */
export const schemaTypes: ReadonlySet<string> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'null',
  'any',
]);

function hasSpace(name: unknown): boolean {
  return typeof name === 'string' && /\s/.test(name);
}

/** Walks one schema; `owner` is the parameter whose description and values it may hold. */
function readSchema(
  reader: Reader,
  schema: unknown,
  pointer: string,
  owner: Parameter | undefined,
  depth: number,
): void {
  if (!isObject(schema) || depth > limits.depth) return;
  if (owner !== undefined && owner.type === '') owner.type = typeOf(schema);
  for (const key in schema) {
    const value = schema[key];
    if (value === undefined) continue;
    switch (key) {
      case 'title':
      case 'description': {
        const text = add(reader, `${pointer}/${key}`, 'parameter-text', value);
        if (owner !== undefined && key === 'description') owner.text ??= text;
        break;
      }
      case 'const':
      case 'enum':
        readValues(reader, value, `${pointer}/${key}`, owner);
        break;
      case 'default':
      case 'examples':
        readStrings(reader, value, `${pointer}/${key}`, 'default', depth);
        break;
      case 'properties':
      case 'patternProperties':
        readProperties(reader, value, `${pointer}/${key}`, owner, depth);
        break;
      case '$defs':
      case 'definitions':
        readProperties(reader, value, `${pointer}/${key}`, owner, depth + 1);
        break;
      case 'anyOf':
      case 'oneOf':
      case 'allOf':
      case 'prefixItems':
        if (!Array.isArray(value)) break;
        for (let index = 0; index < value.length; index++) {
          readSchema(reader, value[index], `${pointer}/${key}/${index}`, owner, depth + 1);
        }
        break;
      case 'items':
      case 'additionalProperties':
      case 'propertyNames':
      case 'not':
      case 'if':
      case 'then':
      case 'else':
        readSchema(reader, value, `${pointer}/${key}`, owner, depth + 1);
        break;
      case 'type':
        if (typeof value === 'string' && !schemaTypes.has(value)) reader.oddSchema = true;
        break;
      case 'required':
        if (Array.isArray(value) && value.some(hasSpace)) reader.oddSchema = true;
        break;
      case '$schema':
      case '$ref':
      case 'format':
      case 'pattern':
        break;
      default:
        readStrings(reader, value, `${pointer}/${escapeToken(key)}`, 'other', depth + 1);
    }
  }
}

function readProperties(
  reader: Reader,
  properties: Json,
  pointer: string,
  owner: Parameter | undefined,
  depth: number,
): void {
  if (!isObject(properties)) return;
  for (const key in properties) {
    const name = add(reader, pointer, 'parameter-name', key);
    if (name === undefined) continue;
    const parameter: Parameter = {
      name,
      words: nameWords(name.clean, 8),
      text: undefined,
      values: [],
      type: '',
      depth: owner === undefined ? 0 : owner.depth + 1,
    };
    reader.parameters.push(parameter);
    readSchema(reader, properties[key], `${pointer}/${escapeToken(key)}`, parameter, depth + 1);
  }
}

function readValues(
  reader: Reader,
  value: Json,
  pointer: string,
  owner: Parameter | undefined,
): void {
  const values = Array.isArray(value) ? value : [value];
  for (let index = 0; index < values.length; index++) {
    const at = Array.isArray(value) ? `${pointer}/${index}` : pointer;
    const passage = add(reader, at, 'enum', values[index]);
    if (passage !== undefined) owner?.values.push(passage);
  }
}

/** Every string below a value that is not an input schema, keys not counted. */
function readStrings(
  reader: Reader,
  value: unknown,
  pointer: string,
  kind: PassageKind,
  depth: number,
): void {
  if (typeof value === 'string') {
    add(reader, pointer, kind, value);
    return;
  }
  if (typeof value !== 'object' || value === null || depth > limits.depth) return;
  for (const [key, item] of Object.entries(value)) {
    if (kind === 'output' && key === 'type') continue;
    readStrings(reader, item, `${pointer}/${escapeToken(key)}`, kind, depth + 1);
  }
}

function typeOf(schema: JsonObject): string {
  const { type } = schema;
  if (typeof type === 'string') return type;
  return Array.isArray(type) && typeof type[0] === 'string' ? type[0] : '';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key as a reference token of a JSON Pointer. */
function escapeToken(key: string): string {
  return key.includes('~') || key.includes('/')
    ? key.replaceAll('~', '~0').replaceAll('/', '~1')
    : key;
}

function wordsOf(description: Passage | undefined): Word[] {
  return description === undefined ? [] : proseWords(description.clean);
}
