import type { Client } from '../../policy/client.ts';
import { type Decision, decisions, type Posture, postures } from '../../policy/policy.ts';
import { builderClients, loadGoose, readConfiguration } from './builder-clients.ts';
import {
  type Changes,
  matchServers,
  pathsOf,
  shadowedNames,
  type UserServer,
  writeFiles,
} from './builder-model.ts';
import { drawPaths, drawServers, drawShadowed } from './builder-view.ts';
import { element, find, isolated } from './elements.ts';
import { fileActions } from './file-actions.ts';
import { fileLoader } from './load-file.ts';

const typingPause = 250;

const root = document.querySelector<HTMLElement>('.builder');
if (root) void start(root);

async function start(root: HTMLElement): Promise<void> {
  const base = root.dataset.base ?? '/';
  const load = fileLoader(`${base}builder/`);
  const text = find<HTMLTextAreaElement>(root, '#config');
  const picker = find<HTMLInputElement>(root, '#file');
  const format = find<HTMLSelectElement>(root, '#format');
  const status = find<HTMLElement>(root, '.status');
  const decide = find<HTMLElement>(root, '.decide');
  const target = find<HTMLSelectElement>(root, '#client');
  const changes: Changes = new Map();
  let clients: Client[] = [...builderClients];
  let servers: UserServer[] = [];
  let posture: Posture = 'balanced';

  for (const { id, name } of [...clients, { id: 'goose', name: 'Goose' }]) {
    format.append(element('option', { value: id }, name));
    target.append(element('option', { value: id }, name));
  }
  drawPostures(find(root, '#posture'), (next) => {
    posture = next;
    changes.clear();
    draw();
  });
  drawBulk(find(root, '#bulk'), (operation, decision) => {
    for (const { alias, known } of servers) {
      for (const { name, label } of known?.tools ?? []) {
        if (label?.operation === operation) changes.set(`${alias}\0${name}`, { decision });
      }
    }
    draw();
  });

  const { shards } = await readIndex(load);
  // A small catalog is one file, read before anything is pasted: then nothing is asked for afterwards.
  if (shards === 1) await load('0.bin');
  root.hidden = false;

  async function read(): Promise<void> {
    if (text.value.trim() === '') {
      status.textContent = '';
      decide.hidden = true;
      return;
    }
    if (format.value === 'goose') await withGoose();
    const candidates = clients.filter(({ id }) => format.value === '' || id === format.value);
    const found = readConfiguration(text.value, candidates);
    if ('error' in found) {
      status.textContent = found.error;
      decide.hidden = true;
      return;
    }
    servers = await matchServers(found.servers, shards, load);
    const known = servers.filter((server) => server.known).length;
    status.textContent = `Read as ${found.client.name}: ${servers.length} servers, ${known} of them in the catalog.`;
    target.value = found.client.id;
    changes.clear();
    decide.hidden = false;
    draw();
  }

  async function withGoose(): Promise<void> {
    if (!clients.some(({ id }) => id === 'goose')) clients = [...clients, await loadGoose()];
  }

  function draw(): void {
    drawPaths(find(root, '#paths'), pathsOf(servers));
    drawShadowed(find(root, '#shadowed'), shadowedNames(servers));
    drawServers(find(root, '#servers'), {
      servers,
      posture,
      changes,
      base,
      changed: () => void drawFiles(),
    });
    void drawFiles();
  }

  async function drawFiles(): Promise<void> {
    if (target.value === 'goose') await withGoose();
    const client = clients.find(({ id }) => id === target.value);
    if (!client) return;
    const { files, losses, omissions } = await writeFiles(client, servers, posture, changes);
    const parts = files.map(({ path, contents }) => {
      const name = path.split('/').at(-1) ?? path;
      return element(
        'div',
        { class: 'file' },
        element(
          'p',
          { class: 'path' },
          element('code', {}, path),
          ' ',
          fileActions(contents, name),
        ),
        element('pre', { tabindex: '0' }, element('code', {}, contents)),
      );
    });
    const lost = losses.map(({ alias, tool, wanted, instead }) =>
      element(
        'p',
        { class: 'loss' },
        'Cannot say for ',
        isolated(`${alias} ${tool}`),
        `: ${wanted}. Instead: ${instead}.`,
      ),
    );
    const unnamed = omissions.map(({ alias, tools, because }) =>
      element(
        'p',
        { class: 'loss' },
        'Left out on purpose, of ',
        isolated(alias),
        `: what is to be asked about (${tools.length}). ${client.name} ${because}.`,
      ),
    );
    find(root, '#files').replaceChildren(...parts, ...unnamed, ...lost);
  }

  let timer = 0;
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void read(), typingPause);
  });
  format.addEventListener('change', () => void read());
  target.addEventListener('change', () => void drawFiles());
  const take = async (file: File | undefined) => {
    if (!file) return;
    text.value = await file.text();
    await read();
  };
  picker.addEventListener('change', () => void take(picker.files?.[0]));
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  });
}

async function readIndex(load: ReturnType<typeof fileLoader>): Promise<{ shards: number }> {
  const bytes = await load('index.json');
  if (!bytes) throw new Error('the catalog has no index');
  return JSON.parse(new TextDecoder().decode(bytes)) as { shards: number };
}

function drawPostures(root: HTMLElement, choose: (posture: Posture) => void): void {
  for (const posture of postures) {
    const radio = element('input', { type: 'radio', name: 'start', value: posture });
    radio.checked = posture === 'balanced';
    radio.addEventListener('change', () => choose(posture));
    root.append(element('label', {}, radio, ` ${posture}`));
  }
}

/** `every [destructive] tool: [deny] [set]`. */
function drawBulk(root: HTMLElement, apply: (operation: string, decision: Decision) => void): void {
  const pick = (label: string, words: readonly string[]) =>
    element('select', { 'aria-label': label }, ...words.map((word) => element('option', {}, word)));
  const operation = pick('Operation', ['destructive', 'write', 'read']);
  const decision = pick('Decision', decisions.toReversed());
  const set = element('button', { type: 'button' }, 'Set');
  set.addEventListener('click', () => apply(operation.value, decision.value as Decision));
  root.append('every ', operation, ' tool: ', decision, ' ', set);
}
