import type { Json, JsonObject } from '../../classifier/definition.ts';
import { isObject, own } from '../json.ts';

export type Path = string[];

/** One edit of a client's file; values are whole JSON values. */
export type Edit =
  | { kind: 'set'; path: Path; value: Json }
  | { kind: 'append'; path: Path; items: Json[] }
  | { kind: 'remove'; path: Path };

export interface Plan {
  edits: Edit[];
  /** Where a value of the user gives way to another. */
  replaced: Path[];
}

/**
 * The edits that bring `ours` into what a file says. Objects are joined, lists get what they lack at their end,
 * other values are replaced.
 *
 * @param ordered the path of an object or list in which the last entry that fits counts, so that ours come last
 */
export function planMerge(existing: Json, ours: Json, ordered?: Path): Plan {
  const plan: Plan = { edits: [], replaced: [] };
  walk(existing, ours, [], plan, ordered?.join('\0'));
  return plan;
}

function walk(
  existing: Json,
  ours: Json,
  path: Path,
  plan: Plan,
  ordered: string | undefined,
): void {
  if (path.join('\0') === ordered) {
    putLast(existing, ours, path, plan);
    return;
  }
  if (isObject(existing) && isObject(ours)) {
    for (const [key, value] of Object.entries(ours)) {
      const had = own(existing, key);
      if (had === undefined) plan.edits.push({ kind: 'set', path: [...path, key], value });
      else walk(had, value, [...path, key], plan, ordered);
    }
    return;
  }
  if (Array.isArray(existing) && Array.isArray(ours)) {
    const items = ours.filter((item) => !existing.some((had) => isSame(had, item)));
    if (items.length > 0) plan.edits.push({ kind: 'append', path, items });
    return;
  }
  if (isSame(existing, ours)) return;
  plan.edits.push({ kind: 'set', path, value: ours });
  plan.replaced.push(path);
}

function putLast(existing: Json, ours: Json, path: Path, plan: Plan): void {
  if (Array.isArray(existing) && Array.isArray(ours)) {
    const tail = existing.slice(existing.length - ours.length);
    if (!isSame(tail, ours)) plan.edits.push({ kind: 'append', path, items: ours });
    return;
  }
  if (!isObject(ours)) return;
  const entries = Object.entries(ours);
  if (!isObject(existing)) {
    // One word stands for every tool: kept as the first entry.
    plan.edits.push({ kind: 'set', path, value: { '*': existing, ...ours } });
    return;
  }
  const tail = Object.entries(existing).slice(-entries.length);
  if (isSame(tail, entries)) return;
  for (const [key] of entries) {
    if (own(existing, key) === undefined) continue;
    plan.edits.push({ kind: 'remove', path: [...path, key] });
    if (!isSame(own(existing, key) ?? null, own(ours, key) ?? null))
      plan.replaced.push([...path, key]);
  }
  for (const [key, value] of entries) plan.edits.push({ kind: 'set', path: [...path, key], value });
}

function isSame(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as JsonObject;
  const right = b as JsonObject;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => Object.hasOwn(right, key) && isSame(left[key] ?? null, right[key] ?? null),
  );
}
