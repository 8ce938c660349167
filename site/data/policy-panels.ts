import type { Client, ExportOptions } from '../../policy/client.ts';
import { clients } from '../../policy/clients/index.ts';
import type { Omission } from '../../policy/omission.ts';
import { type Policy, type Posture, postures } from '../../policy/policy.ts';
import { writePolicyJson } from '../../policy/policy-json.ts';

/** One way to say a policy: the files to copy or download, and what they cannot say. */
export interface PolicyPanel {
  posture: Posture;
  /** `policy.json` or the id of a client. */
  format: string;
  title: string;
  /** Where the format is documented and when it was read there; null for our own. */
  source: { docs: string; checkedOn: string } | null;
  /** Path as the client documents it, and its contents; `merged`: to be added to what the user's file has. */
  files: { path: string; contents: string; merged: boolean }[];
  /** The name of the server in the files, where one is: the user's own may differ. */
  alias: string | null;
  /** Rules that the format keeps by naming their tools nowhere; null where it names all. */
  omitted: Omission | null;
  losses: { wanted: string; instead: string }[];
}

/** A panel for each posture and format, in the order of being shown. */
export function policyPanels(
  policies: Record<Posture, Policy>,
  kinds: Client['kind'][],
  options: ExportOptions = {},
): PolicyPanel[] {
  const shown = clients.filter((client) => kinds.includes(client.kind));
  return postures.flatMap((posture) => {
    const policy = policies[posture];
    return [
      ownPanel(policy, options),
      ...shown.map((client) => clientPanel(policy, client, options)),
    ];
  });
}

function ownPanel(policy: Policy, { rulesOnly }: ExportOptions): PolicyPanel {
  const { text, losses } = writePolicyJson(policy);
  const others = {
    tool: '*',
    wanted: 'a rule for this tool alone',
    instead: `the other tools of the server get the default, ${policy.default}`,
  };
  return {
    posture: policy.posture,
    format: 'policy.json',
    title: 'policy.json',
    source: null,
    files: [{ path: 'policy.json', contents: text, merged: false }],
    alias: null,
    omitted: null,
    losses: distinct(rulesOnly ? [...losses, others] : losses),
  };
}

function clientPanel(policy: Policy, client: Client, options: ExportOptions): PolicyPanel {
  const alias = aliasOf(policy.server);
  const { files, losses, omitted = null } = client.writePolicy(policy, alias, options);
  return {
    posture: policy.posture,
    format: client.id,
    title: client.name,
    source: { docs: client.docs, checkedOn: client.checkedOn },
    files: files.map(({ path, contents, ownership }) => ({
      path,
      contents,
      merged: ownership === 'merged',
    })),
    alias: files.some(({ contents }) => contents.includes(alias)) ? alias : null,
    omitted,
    losses: distinct(losses),
  };
}

/** Losses that read the same are one, with how many tools they concern. */
function distinct(losses: { tool: string; wanted: string; instead: string }[]) {
  const groups = Map.groupBy(losses, ({ wanted, instead }) => `${wanted}\0${instead}`);
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const many = rest.length > 0 ? ` (${rest.length + 1} tools)` : '';
    return [{ wanted: `${first.wanted}${many}`, instead: first.instead }];
  });
}

/** The name that most people give a server in their client: the last word of its id. */
export function aliasOf(server: string): string {
  const last = server.split('/').at(-1) ?? server;
  const bare = last
    .toLowerCase()
    .replace(/^(?:mcp-server|server|mcp)-|-(?:mcp-server|mcp|server)$/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return bare.slice(0, 40) || 'server';
}
