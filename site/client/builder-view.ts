import type { ExfiltrationPath } from '../../classifier/combinations.ts';
import { type Decision, decisions, type Posture } from '../../policy/policy.ts';
import { paths as addresses } from '../data/paths.ts';
import { type Changes, changeKey, policyOf, type UserServer } from './builder-model.ts';
import { badge, element, isolated } from './elements.ts';

interface Drawn {
  servers: UserServer[];
  posture: Posture;
  changes: Changes;
  base: string;
  /** Called after a decision or a limit was changed. */
  changed: () => void;
}

/** The paths on which data could leave, over all servers. */
export function drawPaths(root: HTMLElement, found: ExfiltrationPath[]): void {
  const name = ({ server, tool }: { server: string; tool: string }) =>
    isolated(`${server}: ${tool}`);
  const items = found.map(({ reads, ingests, sends }) =>
    element(
      'li',
      {},
      name(ingests),
      ' can bring instructions of strangers, ',
      name(reads),
      ' has private data, ',
      name(sends),
      ' can send it away.',
    ),
  );
  root.replaceChildren(
    ...(items.length === 0
      ? []
      : [
          element('h2', {}, 'Together they are a way out for your data'),
          element('ul', { class: 'warnings' }, ...items),
        ]),
  );
}

/** Names that several servers use: a call meant for one may reach another. */
export function drawShadowed(root: HTMLElement, found: { alias: string; names: string[] }[]): void {
  const items = found.map(({ alias, names }) =>
    element('li', {}, isolated(alias), ': ', isolated(names.join(', '))),
  );
  root.replaceChildren(
    ...(items.length === 0
      ? []
      : [
          element('h2', {}, 'Names that more than one server uses'),
          element('p', {}, 'A call meant for one of them may reach another.'),
          element('ul', { class: 'warnings' }, ...items),
        ]),
  );
}

/** One table for each server: every tool with its label, the decision and the limit. */
export function drawServers(root: HTMLElement, drawn: Drawn): void {
  root.replaceChildren(...drawn.servers.map((server) => drawServer(server, drawn)));
}

function drawServer(server: UserServer, drawn: Drawn): HTMLElement {
  const section = element('section', {}, element('h2', {}, isolated(server.alias)));
  const policy = policyOf(server, drawn.posture, drawn.changes);
  if (!server.known || !policy) {
    section.append(
      element(
        'p',
        { class: 'notice' },
        'Its tools are not in this catalog: mcp-risk scan can list and judge them on your machine.',
      ),
    );
    return section;
  }
  const { known } = server;
  const rows = known.tools.map(({ name, label, warned }) => {
    const rule = policy.rules.find(({ tool }) => tool === name);
    const link = element(
      'a',
      { href: drawn.base + addresses.tool(known.id, name) },
      isolated(name),
    );
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, link),
      element(
        'td',
        {},
        badge(label),
        ...(warned ? [element('b', { class: 'warned' }, warned)] : []),
      ),
      element('td', {}, decisionBox(server.alias, name, rule?.decision ?? policy.default, drawn)),
      element('td', {}, limitBox(server.alias, name, rule?.limits[0]?.max, drawn)),
    );
  });
  const heads = ['Tool', 'Label', 'Decision', 'Calls an hour'].map((head) =>
    element('th', { scope: 'col' }, head),
  );
  section.append(
    element(
      'p',
      {},
      'Known as ',
      element('a', { href: drawn.base + addresses.server(known.id) }, isolated(known.id)),
    ),
    element(
      'table',
      { class: 'tools folds' },
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows),
    ),
  );
  return section;
}

function decisionBox(alias: string, tool: string, decision: Decision, drawn: Drawn): HTMLElement {
  const options = decisions.map((each) => element('option', {}, each));
  const box = element('select', { 'aria-label': `Decision for ${tool}` }, ...options);
  box.value = decision;
  box.addEventListener('change', () => {
    const key = changeKey(alias, tool);
    drawn.changes.set(key, { ...drawn.changes.get(key), decision: box.value as Decision });
    drawn.changed();
  });
  return box;
}

function limitBox(alias: string, tool: string, max: number | undefined, drawn: Drawn): HTMLElement {
  const box = element('input', {
    type: 'number',
    min: '0',
    step: '1',
    'aria-label': `Calls an hour of ${tool}`,
    placeholder: 'any',
    ...(max === undefined ? {} : { value: String(max) }),
  });
  box.addEventListener('change', () => {
    const key = changeKey(alias, tool);
    const { decision } = drawn.changes.get(key) ?? {};
    const perHour = box.value === '' ? undefined : Math.max(0, Math.floor(box.valueAsNumber));
    drawn.changes.set(key, {
      ...(decision === undefined ? {} : { decision }),
      ...(perHour === undefined ? {} : { perHour }),
    });
    drawn.changed();
  });
  return box;
}
