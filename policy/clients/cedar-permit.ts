import type { Json } from '../../classifier/definition.ts';
import type { Condition, Rule } from '../policy.ts';

/** Permits written for one tool at most; a rule that needs more is lost, to the stricter side. */
const mostPermits = 64;

/**
 * Texts and booleans only: how ToolHive hands over numbers is not documented. Cedar has no patterns but `like`.
 */
export function canBeCedar({ require, denyIf }: Rule): boolean {
  const permits = denyIf.reduce((count, { conditions }) => count * conditions.length, 1);
  if (permits > mostPermits) return false;
  return [...require, ...denyIf.flatMap(({ conditions }) => conditions)].every(canBe);
}

function canBe({ path, op, value }: Condition): boolean {
  if (!/^args\.[A-Za-z_][A-Za-z0-9_]*$/.test(path)) return false;
  if (op === 'exists') return true;
  if (op === 'eq' || op === 'neq') return isComparable(value);
  if (op !== 'in' && op !== 'not_in') return false;
  return (
    Array.isArray(value) &&
    value.every(isComparable) &&
    new Set(value.map((one) => typeof one)).size === 1
  );
}

/**
 * Permits for one tool. A condition of the wrong type fails its whole permit, so each way to escape the denials is a
 * permit of its own: what one of them cannot judge, another may.
 * @param checked whether the rule's conditions are written; they are dropped only by choice
 */
export function cedarPermits(rule: Rule, checked: boolean): string[] {
  const head = `permit(principal, action == Action::"call_tool", resource == Tool::${cedarString(rule.tool)})`;
  if (!checked) return [`${head};`];
  const required = rule.require.map((condition) => `(${holds(condition)})`);
  return escapes(rule).map((unmet) => {
    const conditions = [...required, ...unmet.map((condition) => `!(${holds(condition)})`)];
    return conditions.length === 0 ? `${head};` : `${head} when { ${conditions.join(' && ')} };`;
  });
}

/** Every choice of one condition out of each denial: a call that none of the chosen meets is not denied. */
function escapes({ denyIf }: Rule): Condition[][] {
  return denyIf.reduce<Condition[][]>(
    (chosen, { conditions }) =>
      chosen.flatMap((before) => conditions.map((condition) => [...before, condition])),
    [[]],
  );
}

/** Fails to evaluate where the argument has another type, so that nothing is permitted. */
function holds({ path, op, value }: Condition): string {
  const name = `arg_${path.slice('args.'.length)}`;
  const has = `resource has ${name}`;
  const argument = `resource.${name}`;
  switch (op) {
    case 'exists':
      return value === true ? has : `!(${has})`;
    case 'eq':
      return `${has} && ${ofType(argument, value)} && ${argument} == ${literal(value)}`;
    case 'neq':
      return `${has} && ${ofType(argument, value)} && ${argument} != ${literal(value)}`;
    default: {
      const values = Array.isArray(value) ? value : [];
      const found = `[${values.map(literal).join(', ')}].contains(${argument})`;
      return `${has} && ${ofType(argument, values[0] ?? '')} && ${op === 'in' ? found : `!(${found})`}`;
    }
  }
}

/** True of every value of the type, an error for any other. */
function ofType(argument: string, value: Json): string {
  return typeof value === 'string' ? `${argument} like "*"` : `(${argument} || true)`;
}

function literal(value: Json): string {
  return typeof value === 'string' ? cedarString(value) : String(value);
}

/** A Cedar string literal; every character beyond plain ASCII as `\u{…}`. */
export function cedarString(text: string): string {
  const escaped = Array.from(text, (character) => {
    if (/^[A-Za-z0-9 _.,:;/@#$%&()+=<>?!^~|[\]{}*-]$/.test(character)) return character;
    return `\\u{${(character.codePointAt(0) ?? 0xfffd).toString(16)}}`;
  });
  return `"${escaped.join('')}"`;
}

function isComparable(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'boolean';
}
