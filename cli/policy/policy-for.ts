import { resolve } from 'node:path';
import { classify } from '../../classifier/classify.ts';
import type { Client, ExportOptions } from '../../policy/client.ts';
import { clients } from '../../policy/clients/index.ts';
import { postures } from '../../policy/policy.ts';
import { type RecommendOptions, recommend } from '../../policy/recommend.ts';
import { catalogServer, judgedTools } from '../catalog-tool.ts';
import { type CommandCall, type ExitCode, exitCode } from '../command.ts';
import { namesFile } from '../names-file.ts';
import { surroundings } from '../scan/find-configurations.ts';
import { configurationsFor, withInspect } from '../scan/open-scan.ts';
import type { Inspection } from '../scan/report.ts';
import { withCatalog } from '../steps/seed.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { lossLines } from './loss-lines.ts';
import { omissionLine } from './omission-line.ts';
import { type NamedPolicy, printPolicies } from './print-policies.ts';
import { writeClientFiles } from './write-client-files.ts';

/** A server of which nothing is known, so that it has no policy. */
interface Unseen {
  alias: string;
  inspection: Inspection;
}

/** A pattern of policy.json has at most 1,000 characters, two for each of a folder. */
const longestFolder = 400;

/**
 * Prints the policy of a server of the catalog, or of every server of a configuration; or writes it to a client.
 * Servers that could not be inspected have no policy (`null` with --json, and why): exit code 3.
 */
export async function policyFor(call: CommandCall, target: string): Promise<ExitCode> {
  const { options } = call;
  const client = clients.find(({ id }) => id === options.client);
  const isMerged = options.write === true || options.dryRun === true;
  if (isMerged && !client) throw new UserError('--write needs --client: whose files?');
  if (target === '') throw new UserError('policy for which server or configuration file?');
  const { policies, unseen } = namesFile(target)
    ? await policiesOfConfiguration(call, target)
    : { policies: [await policyOfServer(call, target)], unseen: [] };
  if (client && isMerged && policies.length > 0) await mergeInto(client, policies, call);
  else printPolicies(client, policies, exportOptions(options), call);
  printUnseen(unseen, call);
  return unseen.length > 0 ? exitCode.unreachable : exitCode.fine;
}

function printUnseen(unseen: readonly Unseen[], { options, terminal }: CommandCall): void {
  for (const { alias, inspection } of unseen) {
    terminal.note(`${plain(alias)}: no policy, not inspected: ${plain(inspection.detail)}`);
    if (options.json) terminal.printJson({ alias, policy: null, inspection });
  }
}

async function mergeInto(
  client: Client,
  policies: readonly NamedPolicy[],
  { options, terminal }: CommandCall,
): Promise<void> {
  const done = await writeClientFiles(client, policies, {
    dryRun: options.dryRun === true,
    format: exportOptions(options),
  });
  if (options.json) {
    terminal.printJson(done);
    return;
  }
  for (const line of lossLines(client.name, done.losses)) terminal.note(line);
  for (const one of done.omitted) terminal.note(omissionLine(client.name, one));
  for (const { tool, wanted, found, because } of done.conflicts) {
    terminal.note(
      `${plain(tool)}: ${wanted} is recommended, your file still says ${found} (${plain(because)})`,
    );
  }
  for (const { path, diff, written } of done.files) {
    for (const line of diff) terminal.print(line);
    if (!written) continue;
    terminal.note(`${plain(path)} written`);
    if (!written.backup) continue;
    terminal.note(
      `${plain(written.backup)} is the former: it may hold credentials, do not commit it`,
    );
  }
  if (done.files.length === 0) terminal.print('nothing to change: the files say it already');
}

async function policyOfServer({ options, signal }: CommandCall, id: string): Promise<NamedPolicy> {
  const record = await withCatalog(signal, (store) => catalogServer(store, id));
  const alias = typeof options.alias === 'string' ? options.alias : aliasOf(id);
  return { alias, policy: recommend(judgedTools(record), recommendOptions(options, alias)) };
}

/** `@scope/mcp-server-x` is what people call `x`. */
function aliasOf(id: string): string {
  const last = id.split('/').at(-1) ?? id;
  return last.replace(/^(mcp-server-|server-)|(-mcp-server|-mcp)$/g, '') || last;
}

async function policiesOfConfiguration(
  call: CommandCall,
  file: string,
): Promise<{ policies: NamedPolicy[]; unseen: Unseen[] }> {
  const { configurations } = await configurationsFor([file], call.terminal);
  const servers = configurations.flatMap((configuration) => configuration.servers);
  return withInspect(call, configurations, async (inspect) => {
    const policies: NamedPolicy[] = [];
    const unseen: Unseen[] = [];
    for (const server of servers) {
      const { inspection, tools } = await inspect(server);
      const { alias } = server;
      if (inspection.kind !== 'listed') {
        unseen.push({ alias, inspection });
        continue;
      }
      const judged = tools.map((definition) => ({
        definition,
        classification: classify(definition),
      }));
      policies.push({ alias, policy: recommend(judged, recommendOptions(call.options, alias)) });
    }
    return { policies, unseen };
  });
}

function recommendOptions(options: CommandCall['options'], server: string): RecommendOptions {
  const posture = postures.find((name) => name === options.posture) ?? 'balanced';
  if (typeof options.within !== 'string') return { server, posture };
  if (options.within === '') throw new UserError('--within needs a folder');
  const within = resolve(options.within);
  if (within.length > longestFolder) {
    throw new UserError(`the folder of --within has more than ${longestFolder} characters`);
  }
  return { server, posture, within };
}

function exportOptions({ onLoss }: CommandCall['options']): ExportOptions {
  const sides = ['stricter', 'uncounted', 'looser'] as const;
  return {
    onLoss: sides.find((side) => side === onLoss) ?? 'uncounted',
    platform: surroundings().platform,
  };
}
