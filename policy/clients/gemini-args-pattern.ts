import type { Json } from '../../classifier/definition.ts';
import type { Condition, Denial, Rule } from '../policy.ts';

/**
 * Gemini CLI tests a pattern against the arguments as JSON with sorted keys; newer versions put U+0000 around each
 * argument. A key stands there as `"name":` and cannot stand inside a string, whose quotes are escaped; an equal
 * key inside an object fits too, which denies more than the policy.
 */
export function canBePatterns(rule: Rule): boolean {
  return rule.require.length === 0 && rule.denyIf.every(canBeOnePattern);
}

/** Gemini CLI drops a rule whose pattern is longer than 2,048 characters. */
function canBeOnePattern(group: Denial): boolean {
  return group.conditions.every(canBePattern) && argsPattern(group).length <= 2048;
}

function canBePattern({ path, op, value }: Condition): boolean {
  if (!/^args\.[A-Za-z0-9_-]+$/.test(path)) return false;
  if (op === 'exists') return value === true;
  if (op === 'in') return Array.isArray(value) && value.every(isScalar);
  return (op === 'eq' || op === 'neq') && isScalar(value);
}

/** Fits where all conditions hold or cannot be judged. */
export function argsPattern({ conditions }: Denial): string {
  const [only, ...others] = conditions.map(pattern);
  if (others.length === 0 && only !== undefined) return only;
  return `^${conditions.map((condition) => `(?=[^]*${pattern(condition)})`).join('')}`;
}

/** What ends a value. */
const end = '[\\0,}]';

function pattern({ path, op, value }: Condition): string {
  const key = `"${path.slice('args.'.length)}":`;
  switch (op) {
    case 'eq':
      return `${key}${oneOf([value])}`;
    case 'in':
      return `${key}${oneOf(Array.isArray(value) ? value : [])}`;
    case 'neq':
      return `${key}(?!${literal(value)}${end})`;
    default:
      return key;
  }
}

/** One of the values, or a value of none of their types. */
function oneOf(values: Json[]): string {
  const starts = new Set(values.map(startOf));
  return `([^${[...starts].join('')}]|(${values.map(literal).join('|')})${end})`;
}

/** The characters that JSON of the value's type can start with, as part of a character class. */
function startOf(value: Json): string {
  switch (typeof value) {
    case 'string':
      return '"';
    case 'number':
      return '0-9-';
    case 'boolean':
      return 'tf';
    default:
      return 'n';
  }
}

function literal(value: Json): string {
  return JSON.stringify(value).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}
