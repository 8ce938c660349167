import type { Json, JsonObject } from '../classifier/definition.ts';
import { isObject } from './json.ts';
import type { Condition } from './policy.ts';
import { compilePattern } from './regex.ts';

/** `unknown`: the argument is of a type that the operator cannot judge. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Where a path of a condition ends: at its argument, or on the way at a value that has no parts to look into. */
export interface Place {
  path: string;
  value: Json;
}

/** Only own properties count. Undefined: there is no such argument. */
export function placeOf(path: string, args: JsonObject): Place | undefined {
  const [root = '', ...keys] = path.split('.');
  let place: Place = { path: root, value: args };
  for (const key of keys) {
    const { value } = place;
    if (!isObject(value)) return place;
    if (!Object.hasOwn(value, key)) return undefined;
    place = { path: `${place.path}.${key}`, value: value[key] as Json };
  }
  return place;
}

/**
 * Whether a condition holds of a call's arguments. Of an argument that is not there, no condition holds but
 * `exists false`.
 */
export function holds({ path, op, value }: Condition, args: JsonObject): Answer {
  const place = placeOf(path, args);
  if (!place) return yes(op === 'exists' && value === false);
  if (place.path !== path) return 'unknown';
  const actual = place.value;
  switch (op) {
    case 'exists':
      return yes(value === true);
    case 'eq':
      return equal(actual, value);
    case 'neq':
      return not(equal(actual, value));
    case 'in':
      return anyEqual(actual, value);
    case 'not_in':
      return not(anyEqual(actual, value));
    case 'contains':
      return contains(actual, value);
    case 'regex':
      return matches(actual, value);
    default:
      return compare(actual, op, value);
  }
}

function yes(is: boolean): Answer {
  return is ? 'yes' : 'no';
}

function not(answer: Answer): Answer {
  return answer === 'unknown' ? answer : yes(answer === 'no');
}

/** As JSON names types. */
export function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function equal(actual: Json, value: Json): Answer {
  const type = typeOf(actual);
  if (type !== typeOf(value) || type === 'array' || type === 'object') return 'unknown';
  return yes(actual === value);
}

function anyEqual(actual: Json, values: Json): Answer {
  if (!Array.isArray(values)) return 'unknown';
  const answers = values.map((value) => equal(actual, value));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('no') ? 'no' : 'unknown';
}

/** A part of a text, or an item of a list. */
function contains(actual: Json, value: Json): Answer {
  if (typeof actual === 'string' && typeof value === 'string') return yes(actual.includes(value));
  if (!Array.isArray(actual)) return 'unknown';
  const answers = actual.map((item) => equal(item, value));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function matches(actual: Json, pattern: Json): Answer {
  const compiled = compilePattern(pattern);
  if (!compiled || typeof actual !== 'string') return 'unknown';
  return yes(compiled.matcher(actual).find());
}

function compare(actual: Json, op: Condition['op'], value: Json): Answer {
  if (typeof actual !== 'number' || typeof value !== 'number') return 'unknown';
  if (!Number.isFinite(actual) || !Number.isFinite(value)) return 'unknown';
  switch (op) {
    case 'lt':
      return yes(actual < value);
    case 'lte':
      return yes(actual <= value);
    case 'gt':
      return yes(actual > value);
    case 'gte':
      return yes(actual >= value);
    default:
      return 'unknown';
  }
}
