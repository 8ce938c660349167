import type { Node } from 'jsonc-parser';

/**
 * Where the last part of a path stands in a parsed JSON text: at its key in an object (the last of two equal
 * keys), at the item of a list. The nearest part that is there where the path leads out of the document.
 */
export function offsetOf(root: Node, path: readonly string[]): number {
  let node = root;
  let offset = root.offset;
  for (const part of path) {
    const next =
      node.type === 'array'
        ? node.children?.[Number(part)]
        : node.children?.findLast((child) => child.children?.[0]?.value === part);
    if (!next) return offset;
    offset = next.offset;
    node = next.type === 'property' ? (next.children?.[1] ?? next) : next;
  }
  return offset;
}
