import { type Condition, windowWords } from './policy.ts';
import { type Checks, extensionKey, type PolicyDocument } from './policy-document.ts';
import { pointerOf } from './position.ts';
import type { Finding } from './validate.ts';

/** Parts of one policy document that cannot both be meant. */
export function contradictions(document: PolicyDocument): Finding[] {
  const { tools = {}, hide = [], all_tools: allTools } = document;
  const noted = document[extensionKey]?.tools ?? {};
  return [
    ...hide
      .filter((name) => name !== '*' && Object.hasOwn(tools, name))
      .map((name) => ({
        pointer: pointerOf(['tools', name]),
        message: `"${name}" is hidden, so this never counts.`,
      })),
    ...Object.keys(noted).flatMap((name) => againstVersion1(document, name)),
    ...defaultFindings(document),
    ...Object.entries(tools).flatMap(([name, checks]) => checkFindings(checks, ['tools', name])),
    ...Object.entries(noted).flatMap(([name, note]) =>
      checkFindings(note, [extensionKey, 'tools', name]),
    ),
    ...limitFindings(allTools?.limits, ['all_tools', 'limits']),
  ];
}

function againstVersion1(document: PolicyDocument, name: string): Finding[] {
  const decision = document[extensionKey]?.tools[name]?.decision;
  const isListed = document.tools !== undefined && Object.hasOwn(document.tools, name);
  const isAllowed = isListed || document.default === 'allow';
  const isHidden = document.hide?.includes(name) === true;
  const says = (message: string) => [
    { pointer: pointerOf([extensionKey, 'tools', name, 'decision']), message },
  ];
  if (decision === 'allow' && isHidden)
    return says(`"${name}" is allowed here and hidden in /hide.`);
  if (decision === 'allow' && !isAllowed && name !== '*') {
    return says(
      `"${name}" is allowed here, but not listed in /tools: readers of version 1 deny it.`,
    );
  }
  if ((decision === 'deny' || decision === 'hide') && isAllowed && !isHidden) {
    return says(`"${name}" is denied here, but readers of version 1 allow it.`);
  }
  return [];
}

function defaultFindings(document: PolicyDocument): Finding[] {
  const ours = document[extensionKey]?.default ?? 'allow';
  if (document.default !== 'allow' || ours === 'allow') return [];
  return [{ pointer: '/default', message: `${extensionKey} has a stricter default than "allow".` }];
}

function checkFindings(checks: Checks, path: string[]): Finding[] {
  const found = limitFindings(checks.limits, [...path, 'limits']);
  const impossible = impossiblePath(checks.require ?? []);
  if (impossible !== undefined) {
    const message = `No value of ${impossible} fulfils all conditions: every call is denied.`;
    found.push({ pointer: pointerOf([...path, 'require']), message });
  }
  for (const [index, { conditions }] of (checks.deny_if ?? []).entries()) {
    const never = impossiblePath(conditions);
    if (never === undefined) continue;
    const message = `No value of ${never} fulfils all conditions: this never denies.`;
    found.push({ pointer: pointerOf([...path, 'deny_if', index]), message });
  }
  return found;
}

/** A path whose conditions no single value can fulfil together. */
function impossiblePath(conditions: Condition[]): string | undefined {
  const paths = new Set(conditions.map(({ path }) => path));
  return [...paths].find((path) => areImpossible(conditions.filter((one) => one.path === path)));
}

function areImpossible(conditions: Condition[]): boolean {
  const values = (wanted: Condition['op']) =>
    conditions.filter(({ op }) => op === wanted).map(({ value }) => JSON.stringify(value));
  const wanted = new Set(values('eq'));
  if (wanted.size > 1 || values('neq').some((value) => wanted.has(value))) return true;
  const isAbsent = values('exists').includes('false');
  if (isAbsent && conditions.some(({ op, value }) => op !== 'exists' || value === true))
    return true;
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

function limitFindings(limits: Checks['limits'], path: string[]): Finding[] {
  const seen = new Set<string>();
  return (limits ?? []).flatMap(({ counter, window }, index) => {
    const key = JSON.stringify([counter, window]);
    const isDouble = seen.has(key);
    seen.add(key);
    const message = `The counter "${counter}" has two limits ${windowWords[window]}.`;
    return isDouble ? [{ pointer: pointerOf([...path, index]), message }] : [];
  });
}
