import type { Chosen, Counts } from '../search/filter-hits.ts';
import type { FilterValues } from '../search/index-format.ts';
import { filterNames } from '../search/labels.ts';
import { element } from './elements.ts';

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
