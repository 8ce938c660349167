import { type FilterValues, labelBytes, labelsInFile } from './index-format.ts';
import { type FilterName, filterNames, labelsAt } from './labels.ts';
import type { Hit, LoadFile } from './search.ts';

/** The chosen values of each filter; a tool passes that has one of them, of every filter. */
export type Chosen = Record<FilterName, string[]>;
export type Counts = Record<FilterName, number[]>;

export async function loadFilterValues(load: LoadFile): Promise<FilterValues> {
  const bytes = await load('filters.json');
  if (!bytes) throw new Error('no filters');
  return JSON.parse(new TextDecoder().decode(bytes)) as FilterValues;
}

/** The hits that pass; loads nothing while no filter is set. */
export async function applyFilters(hits: Hit[], chosen: Chosen, load: LoadFile): Promise<Hit[]> {
  if (filterNames.every((name) => chosen[name].length === 0)) return hits;
  const values = await loadFilterValues(load);
  const labels = await loadLabels(hits, load);
  return hits.filter(({ id }) => passes(labels(id), chosen, values));
}

/** How many hits each value would leave, the filters of other kinds applied. */
export async function countValues(
  hits: Hit[],
  chosen: Chosen,
  values: FilterValues,
  load: LoadFile,
): Promise<Counts> {
  const labels = await loadLabels(hits, load);
  const counts = Object.fromEntries(
    filterNames.map((name) => [name, values[name].map(() => 0)]),
  ) as Counts;
  for (const { id } of hits) {
    const own = labels(id);
    for (const name of filterNames) {
      if (!passes(own, { ...chosen, [name]: [] }, values)) continue;
      for (const value of own[name]) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}

function passes(
  labels: Record<FilterName, number[]>,
  chosen: Chosen,
  values: FilterValues,
): boolean {
  return filterNames.every((name) => {
    if (chosen[name].length === 0) return true;
    return labels[name].some((value) => chosen[name].includes(values[name][value] ?? ''));
  });
}

async function loadLabels(
  hits: Hit[],
  load: LoadFile,
): Promise<(id: number) => Record<FilterName, number[]>> {
  const files = [...new Set(hits.map(({ id }) => Math.floor(id / labelsInFile)))];
  const loaded = new Map(
    await Promise.all(files.map(async (file) => [file, await load(`labels/${file}.bin`)] as const)),
  );
  const nothing = new Uint8Array(labelBytes).fill(255);
  return (id) => {
    const bytes = loaded.get(Math.floor(id / labelsInFile)) ?? null;
    return bytes ? labelsAt(bytes, id % labelsInFile) : labelsAt(nothing, 0);
  };
}
