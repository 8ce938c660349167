import type { Json, JsonObject } from './definition.ts';
import { parameterName } from './parameter-names.ts';
import type { Parameter, Passage, PassageKind } from './text.ts';
import { cleanText } from './unicode.ts';

/** More than any real definition has; what lies beyond is not read. */
const limits = { depth: 40, passages: 4000, characters: 400_000 };

/** What was read so far. */
export interface Reader {
  passages: Passage[];
  cleaned: boolean;
  /** Whether something lies beyond the limits. */
  cut: boolean;
  oddSchema: boolean;
  parameters: Parameter[];
  characters: number;
}

/** Takes a string of a definition as a passage; undefined for what is none, or lies beyond the limits. */
export function add(
  reader: Reader,
  pointer: string,
  kind: PassageKind,
  raw: unknown,
): Passage | undefined {
  if (typeof raw !== 'string' || raw === '') return undefined;
  const room = reader.passages.length < limits.passages ? limits.characters - reader.characters : 0;
  if (raw.length > room) reader.cut = true;
  if (room <= 0) return undefined;
  const taken = raw.length > room ? raw.slice(0, room) : raw;
  reader.characters += taken.length;
  const clean = cleanText(taken);
  if (clean !== taken) reader.cleaned = true;
  const passage = { pointer, kind, raw: taken, clean };
  reader.passages.push(passage);
  return passage;
}

/** Spaces, and all that is not plain ASCII. */
export const spoken = /[^!-~]/;

/** Takes a key or a keyword's value, in whatever form, which say nothing of a tool, where it may be more than that. */
export function addSpoken(reader: Reader, pointer: string, raw: unknown, depth = 0): void {
  if (typeof raw === 'string') {
    if (spoken.test(raw)) add(reader, pointer, 'other', raw);
    return;
  }
  eachItem(reader, raw, pointer, depth, (_, item, at) => addSpoken(reader, at, item, depth + 1));
}

/** Calls `read` for each item of a list or an object above the limit of depth; keys may be more than keys. */
function eachItem(
  reader: Reader,
  value: unknown,
  pointer: string,
  depth: number,
  read: (key: string, item: unknown, at: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > limits.depth) {
    reader.cut = true;
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    addSpoken(reader, pointer, key);
    read(key, item, `${pointer}/${escapeToken(key)}`);
  }
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

function isNames(value: Json): boolean {
  return Array.isArray(value) && value.every((it) => typeof it === 'string' && !spoken.test(it));
}

function hasSpace(name: unknown): boolean {
  return typeof name === 'string' && /\s/.test(name);
}

/** Walks one schema; `owner` is the parameter whose description and values it may hold. */
export function readSchema(
  reader: Reader,
  schema: unknown,
  pointer: string,
  owner: Parameter | undefined,
  depth: number,
): void {
  if (depth > limits.depth) {
    if (typeof schema === 'object') reader.cut = true;
    return;
  }
  if (Array.isArray(schema)) {
    schema.forEach((one, index) => {
      readSchema(reader, one, `${pointer}/${index}`, owner, depth + 1);
    });
    return;
  }
  if (!isObject(schema)) {
    addSpoken(reader, pointer, schema);
    return;
  }
  if (owner !== undefined && owner.type === '') owner.type = typeOf(schema);
  for (const key in schema) {
    const value = schema[key];
    if (value === undefined) continue;
    switch (key) {
      case 'title':
      case 'description': {
        const text = add(reader, `${pointer}/${key}`, 'parameter-text', value);
        if (text === undefined) addSpoken(reader, `${pointer}/${key}`, value, depth);
        if (owner !== undefined && key === 'description') owner.text ??= text;
        break;
      }
      case 'const':
      case 'enum':
        readValues(reader, value, `${pointer}/${key}`, owner, depth);
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
        if (typeof value === 'string') {
          if (schemaTypes.has(value)) break;
          reader.oddSchema = true;
        }
        addSpoken(reader, `${pointer}/type`, value, depth);
        break;
      case 'required':
        if (isNames(value)) break;
        if (Array.isArray(value) && value.some(hasSpace)) reader.oddSchema = true;
        addSpoken(reader, `${pointer}/required`, value, depth);
        break;
      case '$schema':
      case '$ref':
      case 'format':
      case 'pattern':
        addSpoken(reader, `${pointer}/${key}`, value, depth);
        break;
      default:
        addSpoken(reader, pointer, key);
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
  if (!isObject(properties)) {
    readStrings(reader, properties, pointer, 'other', depth + 1);
    return;
  }
  for (const key in properties) {
    const name = add(reader, pointer, 'parameter-name', key);
    if (name === undefined) continue;
    const read = parameterName(name.clean);
    const parameter: Parameter = {
      name,
      read,
      words: read.words,
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
  depth: number,
): void {
  const values = Array.isArray(value) ? value : [value];
  for (let index = 0; index < values.length; index++) {
    const at = Array.isArray(value) ? `${pointer}/${index}` : pointer;
    const one = values[index];
    if (typeof one === 'object') readStrings(reader, one, at, 'enum', depth + 1);
    const passage = add(reader, at, 'enum', one);
    if (passage !== undefined) owner?.values.push(passage);
  }
}

/** Every string below a value that is not an input schema, and the keys that may be more than keys. */
export function readStrings(
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
  eachItem(reader, value, pointer, depth, (key, item, at) => {
    if (kind === 'output' && key === 'type') addSpoken(reader, at, item, depth + 1);
    else readStrings(reader, item, at, kind, depth + 1);
  });
}

function typeOf(schema: JsonObject): string {
  const { type } = schema;
  if (typeof type === 'string') return type;
  return Array.isArray(type) && typeof type[0] === 'string' ? type[0] : '';
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key as a reference token of a JSON Pointer. */
export function escapeToken(key: string): string {
  return key.includes('~') || key.includes('/')
    ? key.replaceAll('~', '~0').replaceAll('/', '~1')
    : key;
}
