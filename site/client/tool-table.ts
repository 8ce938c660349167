import { element } from './elements.ts';

// A box that filters the tools of a server, and heads that sort them; without this script the table stands as it is.
const fewestRows = 6;
const rank: Record<string, number> = { low: 1, medium: 2, high: 3, critical: 4 };

const table = document.querySelector<HTMLTableElement>('table.tools');
const body = table?.tBodies[0];
if (table && body && body.rows.length >= fewestRows) enhance(table, body);

function enhance(table: HTMLTableElement, body: HTMLTableSectionElement): void {
  const rows = [...body.rows];
  const box = element('input', { type: 'search', placeholder: 'delete, critical …' });
  box.addEventListener('input', () => {
    const words = box.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = row.textContent?.toLowerCase() ?? '';
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
  table.before(element('p', { class: 'narrow' }, element('label', {}, 'Filter ', box)));
  const sorters: ((row: HTMLTableRowElement) => string | number)[] = [
    (row) => row.cells[0]?.textContent?.trim().toLowerCase() ?? '',
    (row) => -(rank[row.querySelector('.risk')?.textContent ?? ''] ?? 0),
  ];
  for (const [index, key] of sorters.entries()) {
    const head = table.tHead?.rows[0]?.cells[index];
    if (!head) continue;
    const button = element('button', { type: 'button', class: 'sort' }, head.textContent ?? '');
    button.addEventListener('click', () => {
      const isUp = head.getAttribute('aria-sort') !== 'ascending';
      for (const other of table.tHead?.rows[0]?.cells ?? []) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
      const sorted = rows.toSorted((a, b) => compare(key(a), key(b)) * (isUp ? 1 : -1));
      body.append(...sorted);
    });
    head.replaceChildren(button);
  }
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
