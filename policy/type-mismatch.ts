import type { Json, JsonObject } from '../classifier/definition.ts';
import { placeOf, typeOf } from './condition.ts';
import type { Condition } from './policy.ts';

/** Types as a person names them. */
export const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

/**
 * Why a condition cannot judge an argument: `args.amount is text, a number is required`. Undefined where the type is
 * not why.
 */
export function typeMismatch(condition: Condition, args: JsonObject): string | undefined {
  const place = placeOf(condition.path, args);
  if (!place) return undefined;
  const given = typeOf(place.value);
  const judged = place.path === condition.path ? judgedTypes(condition) : ['object'];
  if (judged.length === 0 || judged.includes(given)) return undefined;
  const required = [...new Set(judged)].map((type) => kinds[type]).join(' or ');
  return `${place.path} is ${kinds[given]}, ${required} is required`;
}

/** Empty: any. */
function judgedTypes({ op, value }: Condition): string[] {
  switch (op) {
    case 'exists':
      return [];
    case 'eq':
    case 'neq':
      return comparable([value]);
    case 'in':
    case 'not_in':
      return comparable(Array.isArray(value) ? value : []);
    case 'contains':
      return typeof value === 'string' ? ['string', 'array'] : ['array'];
    case 'regex':
      return ['string'];
    default:
      return ['number'];
  }
}

function comparable(values: Json[]): string[] {
  return values.map(typeOf).filter((type) => type !== 'array' && type !== 'object');
}
