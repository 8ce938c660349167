import type { SearchRecord } from '../search/index-format.ts';

/** Draws results as text only: names and summaries are hostile. */
export function drawResults(
  list: HTMLElement,
  records: SearchRecord[],
  base: string,
  append: boolean,
): void {
  const items = records.map((record) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = base + record.path;
    link.append(isolated(record.name));
    const server = document.createElement('small');
    server.append(isolated(record.server));
    const head = document.createElement('p');
    head.append(link, ' ', badge(record), ' ', server);
    const summary = document.createElement('p');
    summary.className = 'summary';
    summary.append(isolated(record.summary));
    item.append(head, summary);
    return item;
  });
  if (append) list.append(...items);
  else list.replaceChildren(...items);
}

function isolated(text: string): HTMLElement {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
}

function badge({ operation, risk }: SearchRecord): HTMLElement {
  const element = document.createElement('span');
  element.className = 'badge';
  if (operation === null || risk === null) {
    element.append(word('operation unknown', 'not judged yet'));
  } else {
    element.append(word(`operation ${operation}`, operation), ' ', word(`risk ${risk}`, risk));
  }
  return element;
}

function word(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
