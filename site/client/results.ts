import type { SearchRecord } from '../search/index-format.ts';
import { badge, element, isolated } from './elements.ts';

/** Draws results as text only: names and summaries are hostile. */
export function drawResults(
  list: HTMLElement,
  records: SearchRecord[],
  base: string,
  append: boolean,
): void {
  const items = records.map((record) =>
    element(
      'li',
      {},
      element(
        'p',
        {},
        element('a', { href: base + record.path }, isolated(record.name)),
        ' ',
        badge(record),
        ' ',
        ...(record.warned ? [element('b', { class: 'warned' }, record.warned), ' '] : []),
        element('small', {}, isolated(record.server)),
      ),
      element('p', { class: 'summary' }, isolated(record.summary)),
    ),
  );
  if (append) list.append(...items);
  else list.replaceChildren(...items);
}
