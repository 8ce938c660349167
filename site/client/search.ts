import { applyFilters, type Chosen, countValues, loadFilterValues } from '../search/filter-hits.ts';
import { filterNames } from '../search/labels.ts';
import type { Hit } from '../search/search.ts';
import { loadRecords, search } from '../search/search.ts';
import { find } from './elements.ts';
import { drawFilters } from './filters.ts';
import { fileLoader } from './load-file.ts';
import { drawResults } from './results.ts';

const resultsAtOnce = 10;
const typingPause = 120;
const failed = 'The search index could not be loaded.';

const root = document.querySelector<HTMLElement>('.search');
if (root) start(root);

function start(root: HTMLElement): void {
  const base = root.dataset.base ?? '/';
  const load = fileLoader(`${base}search/`);
  const index = { load, shards: Number(root.dataset.shards) };
  const input = find<HTMLInputElement>(root, 'input[type=search]');
  const status = find<HTMLElement>(root, '.status');
  const found = find<HTMLElement>(root, '.found');
  const list = find<HTMLOListElement>(root, '.results');
  const more = find<HTMLButtonElement>(root, '.more');
  const filters = find<HTMLDetailsElement>(root, '.filters');
  const groups = find<HTMLElement>(root, '.filter-groups');
  let chosen = readAddress(input);
  let run = 0;
  let shown = 0;
  let hits: Hit[] = [];
  /** What the words alone find: the filters count in it. */
  let unfiltered: Hit[] = [];

  async function update(): Promise<void> {
    const own = ++run;
    const query = input.value.trim();
    writeAddress(query, chosen);
    found.hidden = query === '';
    if (query === '') {
      status.textContent = '';
      return;
    }
    try {
      const all = await search(query, index);
      const kept = await applyFilters(all, chosen, load);
      const records = await loadRecords(kept.slice(0, resultsAtOnce), load);
      if (own !== run) return;
      unfiltered = all;
      hits = kept;
      shown = records.length;
      drawResults(list, records, base, false);
      more.hidden = shown >= hits.length;
      status.textContent =
        hits.length === 1 ? '1 tool' : `${hits.length.toLocaleString('en')} tools`;
      await count();
    } catch {
      if (own === run) status.textContent = failed;
    }
  }

  /** The labels of all hits are many bytes: only for who looks at the filters. */
  async function count(): Promise<void> {
    if (!filters.open) return;
    const own = run;
    const values = await loadFilterValues(load);
    const counts = await countValues(unfiltered, chosen, values, load);
    if (own === run) drawFilters(groups, values, counts, chosen, choose);
  }

  function choose(next: Chosen): void {
    chosen = next;
    void update();
  }

  async function showMore(): Promise<void> {
    const own = run;
    const records = await loadRecords(hits.slice(shown, shown + resultsAtOnce), load);
    if (own !== run) return;
    const first = list.children.length;
    drawResults(list, records, base, true);
    shown += resultsAtOnce;
    more.hidden = shown >= hits.length;
    list.children[first]?.querySelector('a')?.focus();
  }

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void update(), typingPause);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void update();
  });
  filters.addEventListener('toggle', () => {
    count().catch(() => {
      status.textContent = failed;
    });
  });
  more.addEventListener('click', () => void showMore());
  root.addEventListener('keydown', (event) => moveFocus(event, input, list));
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
  });
  if (filterNames.some((name) => chosen[name].length > 0)) filters.open = true;
  if (input.value !== '') void update();
}

/** Arrow keys walk from the box through the results and back; Escape returns to the box. */
function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a')];
  const stops: HTMLElement[] = [input, ...links];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  if (event.key === 'Escape' && at > 0) input.focus();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

function readAddress(input: HTMLInputElement): Chosen {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get('q') ?? '';
  return Object.fromEntries(filterNames.map((name) => [name, parameters.getAll(name)])) as Chosen;
}

function writeAddress(query: string, chosen: Chosen): void {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const name of filterNames) for (const value of chosen[name]) parameters.append(name, value);
  const text = parameters.toString();
  history.replaceState(null, '', text === '' ? location.pathname : `?${text}`);
}
