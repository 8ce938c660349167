import { type FilterValues, labelBytes, labelsInFile } from '../search/index-format.ts';
import { type FilterName, filterNames, labelsAt } from '../search/labels.ts';
import type { Hit, LoadFile } from '../search/search.ts';
import { element } from './elements.ts';

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

/** Draws the filters anew, keeping the focus; values that would leave nothing are left out. */
export function drawFilters(
  root: HTMLElement,
  values: FilterValues,
  counts: Counts,
  chosen: Chosen,
  choose: (next: Chosen) => void,
): void {
  const focused = document.activeElement?.id;
  const groups = filterNames.flatMap((name) => {
    const shown = values[name]
      .map((value, index) => ({ value, count: counts[name][index] ?? 0 }))
      .filter(({ value, count }) => count > 0 || chosen[name].includes(value));
    if (shown.length === 0) return [];
    const group = element('fieldset', {}, element('legend', {}, name));
    for (const { value, count } of shown) {
      const box = element('input', { type: 'checkbox', id: `filter-${name}-${value}` });
      box.checked = chosen[name].includes(value);
      box.addEventListener('change', () => {
        const others = chosen[name].filter((each) => each !== value);
        choose({ ...chosen, [name]: box.checked ? [...others, value] : others });
      });
      const number = element('small', {}, count.toLocaleString('en'));
      group.append(element('label', {}, box, ` ${value} `, number));
    }
    return [group];
  });
  root.replaceChildren(...groups);
  if (focused?.startsWith('filter-')) document.getElementById(focused)?.focus();
}
