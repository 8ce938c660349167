import type { Example } from './corpus.ts';

/** A fold for every group: the largest first, each to the fold that has the least. Depends on nothing else. */
export function groupedFolds(
  examples: Pick<Example, 'group'>[],
  count: number,
): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { group } of examples) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const loads = new Array<number>(count).fill(0);
  const folds = new Map<string, number>();
  const largestFirst = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  for (const [group, size] of largestFirst) {
    const fold = loads.indexOf(Math.min(...loads));
    folds.set(group, fold);
    loads[fold] = (loads[fold] as number) + size;
  }
  return folds;
}
