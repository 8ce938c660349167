import type { Json, JsonObject } from '../../classifier/definition.ts';
import { isObject, objectOf, own } from '../json.ts';

export type Path = string[];

/** One edit of a client's file; values are whole JSON values. */
export type Edit =
  | { kind: 'set'; path: Path; value: Json }
  | { kind: 'append'; path: Path; items: Json[] }
  | { kind: 'drop'; path: Path; items: Json[] }
  | { kind: 'remove'; path: Path };

export interface Plan {
  edits: Edit[];
  /** Where a value of the user gives way to another. */
  replaced: Path[];
}

export interface MergeOptions {
  /** An object or list in which the last entry that fits counts, so that ours come last. */
  ordered?: Path;
  /** Everything that we could say: an entry of it that we do not say now gives way. */
  managed?: Json;
}

/**
 * The edits that bring `ours` into what a file says. Objects are joined, lists get what they lack at their end,
 * other values are replaced.
 */
export function planMerge(existing: Json, ours: Json, options: MergeOptions = {}): Plan {
  const plan: Plan = { edits: [], replaced: [] };
  walk(existing, ours, options.managed ?? null, [], plan, options.ordered?.join('\0'));
  return plan;
}

function walk(
  existing: Json,
  ours: Json,
  managed: Json,
  path: Path,
  plan: Plan,
  ordered: string | undefined,
): void {
  if (path.join('\0') === ordered) {
    putLast(existing, ours, managed, path, plan);
  } else if (isObject(existing) && isObject(ours)) {
    const could = isObject(managed) ? managed : {};
    for (const [key, value] of Object.entries(ours)) {
      const had = own(existing, key);
      if (had === undefined) plan.edits.push({ kind: 'set', path: [...path, key], value });
      else walk(had, value, own(could, key) ?? null, [...path, key], plan, ordered);
    }
    removeUnsaid(existing, ours, could, path, plan);
  } else if (Array.isArray(existing) && Array.isArray(ours)) {
    joinLists(existing, ours, Array.isArray(managed) ? managed : [], path, plan);
  } else if (!isSame(existing, ours)) {
    plan.edits.push({ kind: 'set', path, value: ours });
    plan.replaced.push(path);
  }
}

function has(list: Json[], item: Json): boolean {
  return list.some((one) => isSame(one, item));
}

function joinLists(existing: Json[], ours: Json[], could: Json[], path: Path, plan: Plan): void {
  const unsaid = existing.filter((item) => has(could, item) && !has(ours, item));
  if (unsaid.length > 0) {
    plan.edits.push({ kind: 'drop', path, items: unsaid });
    plan.replaced.push(path);
  }
  const items = ours.filter((item) => !has(existing, item));
  if (items.length > 0) plan.edits.push({ kind: 'append', path, items });
}

/** Single values only: a whole table of the user is never taken away. */
function removeUnsaid(
  existing: JsonObject,
  ours: JsonObject,
  could: JsonObject,
  path: Path,
  plan: Plan,
): void {
  for (const key of Object.keys(could)) {
    const had = own(existing, key);
    if (had === undefined || typeof had === 'object' || own(ours, key) !== undefined) continue;
    plan.edits.push({ kind: 'remove', path: [...path, key] });
    plan.replaced.push([...path, key]);
  }
}

function putLast(existing: Json, ours: Json, could: Json, path: Path, plan: Plan): void {
  if (Array.isArray(existing) && Array.isArray(ours)) {
    if (isSame(existing.slice(-ours.length), ours)) return;
    const old = existing.filter((item) => has(Array.isArray(could) ? could : ours, item));
    if (old.length > 0) plan.edits.push({ kind: 'drop', path, items: old });
    if (!old.every((item) => has(ours, item))) plan.replaced.push(path);
    plan.edits.push({ kind: 'append', path, items: ours });
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

/** Whether two values are equal; the order of keys does not count. */
export function isSame(a: Json, b: Json): boolean {
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

/** Both values in one: objects by key, lists item by item, otherwise the first. */
export function united(a: Json, b: Json): Json {
  if (Array.isArray(a) && Array.isArray(b)) {
    return [...a, ...b.filter((item) => !a.some((one) => isSame(one, item)))];
  }
  if (!isObject(a) || !isObject(b)) return a;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const entries = [...keys].map((key): [string, Json] => {
    const [left, right] = [own(a, key), own(b, key)];
    return [
      key,
      left === undefined || right === undefined ? (left ?? right ?? null) : united(left, right),
    ];
  });
  return objectOf(entries);
}
