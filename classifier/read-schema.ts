import type { Json, JsonObject } from './definition.ts';
import { parameterName } from './parameter-names.ts';
import type { Parameter, Passage, PassageKind } from './text.ts';
import { cleanText } from './unicode.ts';

/** More than any real definition has; what lies beyond is not read. */
const limits = { depth: 10, passages: 4000, characters: 400_000 };

/** What was read so far. */
export interface Reader {
  passages: Passage[];
  cleaned: boolean;
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
export function readSchema(
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
): void {
  const values = Array.isArray(value) ? value : [value];
  for (let index = 0; index < values.length; index++) {
    const at = Array.isArray(value) ? `${pointer}/${index}` : pointer;
    const passage = add(reader, at, 'enum', values[index]);
    if (passage !== undefined) owner?.values.push(passage);
  }
}

/** Every string below a value that is not an input schema, keys not counted. */
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
