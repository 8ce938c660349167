import type { ToolDefinition } from '../../classifier/definition.ts';
import { type Command, type CommandCall, exitCode, jsonOption } from '../command.ts';
import { reachOptions } from '../crawl-options.ts';
import type { Configuration } from '../scan/find-configurations.ts';
import type { Inspect } from '../scan/inspect.ts';
import { counted, jsonText, plain } from '../terminal.ts';
import type { ToolChange } from '../tool-set-diff.ts';
import { UserError } from '../user-error.ts';

export const lock: Command = {
  arguments: '[file...]',
  options: [
    { flags: '--check', description: 'exit code 1 when a definition differs from the lock' },
    { flags: '--lock <file>', description: 'the lock', default: 'mcp-lock.json' },
    { flags: '-y, --yes', description: 'start and reach the servers without asking' },
    { flags: '--catalog-only', description: 'start nothing: use what the catalog knows' },
    ...reachOptions,
    jsonOption,
  ],
  examples: [
    ['mcp-risk lock .mcp.json --yes', 'writes mcp-lock.json with the definition of every tool'],
    [
      'mcp-risk lock .mcp.json --yes --check',
      'in CI: fails with the diff when a definition changed',
    ],
  ],
  async run(call) {
    const { args, options, terminal } = call;
    const path = String(options.lock);
    const { configurationsFor, withInspect } = await import('../scan/open-scan.ts');
    const { changesSince, lockServer, readLock } = await import('../lock-file.ts');
    const locked = options.check ? await readLock(path) : undefined;
    const found = await configurationsFor(args, terminal);
    for (const { path: file, reason } of found.unreadable) {
      terminal.note(`${plain(file)}: cannot be read: ${plain(reason)}`);
    }
    if (!locked && found.unreadable.length > 0) throw new UserError(notWritten(path));
    const { servers, unseen } = await withInspect(call, found.configurations, (inspect) =>
      listServers(found.configurations, inspect),
    );
    for (const { key, detail } of unseen) {
      terminal.note(`${plain(key)}: not inspected: ${plain(detail)}`);
    }
    if (locked) {
      const disabled = found.disabled.map(({ client, alias }) => serverKey(client, alias));
      const unknown = new Set([...unseen.map(({ key }) => key), ...disabled]);
      const changes = changesSince(locked, servers, unknown);
      await printChanges(call, changes);
      if (changes.length > 0) return exitCode.findings;
      const missed = unseen.length > 0 || found.unreadable.length > 0;
      return missed ? exitCode.unreachable : exitCode.fine;
    }
    if (unseen.length > 0) throw new UserError(notWritten(path));
    const { openOutput } = await import('../output-file.ts');
    const { objectOf } = await import('../../policy/json.ts');
    const file = objectOf([...servers].sort().map(([key, tools]) => [key, lockServer(tools)]));
    const output = openOutput(path);
    await output.write(`${jsonText({ schemaVersion: '1.0', servers: file }, 2)}\n`);
    await output.finish();
    const tools = [...servers.values()].reduce((sum, list) => sum + list.length, 0);
    if (options.json) terminal.printJson({ lock: path, servers: servers.size, tools });
    else
      terminal.print(
        `${counted(tools, 'tool')} of ${counted(servers.size, 'server')} locked in ${plain(path)}`,
      );
    return exitCode.fine;
  },
};

function notWritten(path: string): string {
  return `${plain(path)} is not written: a lock holds every server or none`;
}

function serverKey(client: string, alias: string): string {
  return `${client}/${alias}`;
}

/** The tools of each server by its key. @throws UserError where two servers have one key */
export async function listServers(configurations: readonly Configuration[], inspect: Inspect) {
  const servers = new Map<string, ToolDefinition[]>();
  const unseen: { key: string; detail: string }[] = [];
  const places = new Map<string, string>();
  for (const { client, path, servers: configured } of configurations) {
    for (const { alias } of configured) {
      const key = serverKey(client.id, alias);
      const other = places.get(key);
      if (other !== undefined) {
        const where =
          other === path
            ? `twice in ${plain(path)}: name another file`
            : `in ${plain(other)} and in ${plain(path)}: name one of the files`;
        throw new UserError(`${plain(key)} is configured ${where}`);
      }
      places.set(key, path);
    }
  }
  for (const { client, servers: configured } of configurations) {
    for (const server of configured) {
      const { inspection, tools } = await inspect(server);
      const key = serverKey(client.id, server.alias);
      if (inspection.kind === 'listed') servers.set(key, tools);
      else unseen.push({ key, detail: `${inspection.kind}: ${inspection.detail}` });
    }
  }
  return { servers, unseen };
}

async function printChanges(
  { options, terminal }: CommandCall,
  changes: { server: string; change: ToolChange }[],
): Promise<void> {
  if (options.json) {
    terminal.printJson({ changes });
    return;
  }
  const { changeLines } = await import('../tool-set-diff.ts');
  for (const { server, change } of changes) {
    const [first = '', ...rest] = changeLines(change, terminal);
    terminal.print(`${plain(server)} ${first}`);
    for (const line of rest) terminal.print(line);
  }
  if (changes.length === 0) terminal.print('no definition differs from the lock');
}
