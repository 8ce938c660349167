import type { Json, JsonObject } from '../classifier/definition.ts';
import { isObject, own } from './json.ts';
import { type Condition, type Limit, windowWords } from './policy.ts';
import { extensionKey } from './policy-json.ts';
import { pointerOf } from './position.ts';
import type { Finding } from './validate.ts';

/** Parts of one policy document that cannot both be meant. The document fits the schema. */
export function contradictions(document: JsonObject): Finding[] {
  const tools = objectAt(document, 'tools');
  const extension = objectAt(document, extensionKey);
  const noted = objectAt(extension, 'tools');
  const hidden = (own(document, 'hide') as string[] | undefined) ?? [];
  const found: Finding[] = [];
  for (const name of hidden) {
    if (name !== '*' && Object.hasOwn(tools, name)) {
      found.push({
        pointer: pointerOf(['tools', name]),
        message: `"${name}" is hidden, so this never counts.`,
      });
    }
  }
  for (const [name, note] of Object.entries(noted)) {
    const message = againstVersion1(
      name,
      String(own(note as JsonObject, 'decision')),
      document,
      hidden,
    );
    if (message)
      found.push({ pointer: pointerOf([extensionKey, 'tools', name, 'decision']), message });
  }
  if (
    own(document, 'default') === 'allow' &&
    ![undefined, 'allow'].includes(own(extension, 'default') as string)
  ) {
    found.push({
      pointer: '/default',
      message: `${extensionKey} has a stricter default than "allow".`,
    });
  }
  for (const [name, checks] of Object.entries(tools)) {
    found.push(...checkFindings(checks, ['tools', name]));
  }
  for (const [name, checks] of Object.entries(noted)) {
    found.push(...checkFindings(checks, [extensionKey, 'tools', name]));
  }
  found.push(
    ...limitFindings(own(objectAt(document, 'all_tools'), 'limits'), ['all_tools', 'limits']),
  );
  return found;
}

function againstVersion1(
  name: string,
  decision: string,
  document: JsonObject,
  hidden: string[],
): string | undefined {
  const isListed = Object.hasOwn(objectAt(document, 'tools'), name);
  const isAllowed = isListed || own(document, 'default') === 'allow';
  const isHidden = hidden.includes(name);
  if (decision === 'allow' && isHidden) return `"${name}" is allowed here and hidden in /hide.`;
  if (decision === 'allow' && !isAllowed && name !== '*') {
    return `"${name}" is allowed here, but not listed in /tools: readers of version 1 deny it.`;
  }
  if ((decision === 'deny' || decision === 'hide') && isAllowed && !isHidden) {
    return `"${name}" is denied here, but readers of version 1 allow it.`;
  }
  return undefined;
}

function checkFindings(checks: Json | undefined, path: string[]): Finding[] {
  if (!isObject(checks)) return [];
  const require = (own(checks, 'require') ?? []) as unknown as Condition[];
  const denials = (own(checks, 'deny_if') ?? []) as { conditions: unknown }[] as {
    conditions: Condition[];
  }[];
  const found = limitFindings(own(checks, 'limits'), [...path, 'limits']);
  const impossible = impossiblePath(require);
  if (impossible) {
    const pointer = pointerOf([...path, 'require']);
    found.push({
      pointer,
      message: `No value of ${impossible} fulfils all conditions: every call is denied.`,
    });
  }
  denials.forEach(({ conditions }, index) => {
    const never = impossiblePath(conditions);
    if (!never) return;
    const pointer = pointerOf([...path, 'deny_if', index]);
    found.push({
      pointer,
      message: `No value of ${never} fulfils all conditions: this never denies.`,
    });
  });
  return found;
}

/** A path whose conditions no single value can fulfil together. */
function impossiblePath(conditions: Condition[]): string | undefined {
  const paths = new Set(conditions.map(({ path }) => path));
  return [...paths].find((path) => areImpossible(conditions.filter((one) => one.path === path)));
}

function areImpossible(conditions: Condition[]): boolean {
  const wanted = conditions
    .filter(({ op }) => op === 'eq')
    .map(({ value }) => JSON.stringify(value));
  if (new Set(wanted).size > 1) return true;
  const refused = conditions
    .filter(({ op }) => op === 'neq')
    .map(({ value }) => JSON.stringify(value));
  if (wanted.some((value) => refused.includes(value))) return true;
  const presence = conditions.filter(({ op }) => op === 'exists').map(({ value }) => value);
  if (
    presence.includes(false) &&
    conditions.some(({ op, value }) => op !== 'exists' || value === true)
  ) {
    return true;
  }
  return isEmptyRange(conditions);
}

function isEmptyRange(conditions: Condition[]): boolean {
  const bound = (op: string) =>
    conditions.filter((one) => one.op === op).map(({ value }) => value as number);
  const low = Math.max(...bound('gte'), ...bound('gt'));
  const high = Math.min(...bound('lte'), ...bound('lt'));
  if (low > high) return true;
  return low === high && [...bound('gt'), ...bound('lt')].includes(low);
}

function limitFindings(limits: Json | undefined, path: string[]): Finding[] {
  const seen = new Set<string>();
  return ((limits ?? []) as unknown as Limit[]).flatMap(({ counter, window }, index) => {
    const key = JSON.stringify([counter, window]);
    const isDouble = seen.has(key);
    seen.add(key);
    const message = `The counter "${counter}" has two limits ${windowWords[window]}.`;
    return isDouble ? [{ pointer: pointerOf([...path, index]), message }] : [];
  });
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = own(object, key);
  return isObject(value) ? value : {};
}
