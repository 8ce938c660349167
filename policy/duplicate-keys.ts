import type { Node } from 'jsonc-parser';

type Path = (string | number)[];

/** The places of keys that their object has already; readers of JSON disagree about which one counts. */
export function duplicateKeys(root: Node, path: Path = []): Path[] {
  const seen = new Set<string>();
  return (root.children ?? []).flatMap((child, index) => {
    if (root.type === 'array') return duplicateKeys(child, [...path, index]);
    const [key, value] = child.children ?? [];
    const name = String(key?.value);
    const here = [...path, name];
    const double = seen.has(name) ? [here] : [];
    seen.add(name);
    return value ? [...double, ...duplicateKeys(value, here)] : double;
  });
}

/** More brackets open at once than `depth`; brackets in strings count too. */
export function isDeeperThan(text: string, depth: number): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    if (character === ']' || character === '}') open -= 1;
    if (open > depth) return true;
  }
  return false;
}
