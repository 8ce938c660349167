import { type Command, type CommandCall, exitCode, jsonOption } from '../command.ts';
import { reachOptions } from '../crawl-options.ts';
import type {
  InstructionChange,
  ListedServer,
  LockedPackage,
  LockFile,
  PackageChange,
} from '../lock-file.ts';
import type { Configuration } from '../scan/find-configurations.ts';
import type { Inspect } from '../scan/inspect.ts';
import type { Found } from '../scan/open-scan.ts';
import { counted, jsonText, plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const lock: Command = {
  arguments: '[file...]',
  options: [
    {
      flags: '--check',
      description:
        'exit code 1 when a definition or the instructions of a server differ from the lock',
    },
    { flags: '--lock <file>', description: 'the lock', default: 'mcp-lock.json' },
    {
      flags: '--without <alias>',
      description:
        'a server of the configuration that is left out of the lock and of the check; may be repeated',
      isList: true,
    },
    { flags: '-y, --yes', description: 'start and reach the servers without asking' },
    { flags: '--catalog-only', description: 'start nothing: use what the catalog knows' },
    ...reachOptions,
    jsonOption,
  ],
  examples: [
    ['mcp-risk lock .mcp.json --yes', 'writes mcp-lock.json with every definition and instruction'],
    [
      'mcp-risk lock .mcp.json --yes --check',
      'in CI: fails with the diff when a definition changed',
    ],
    [
      'mcp-risk lock .mcp.json --yes --without local',
      'a server that cannot be looked at here is left out by its name',
    ],
  ],
  notes: [
    'A lock also records which package, version and digest was inspected. --check tells where another one runs, and fails only where a definition or the instructions differ.',
  ],
  async run(call) {
    const { args, options, terminal } = call;
    const path = String(options.lock);
    const { configurationsFor, withInspect } = await import('../scan/open-scan.ts');
    const { lockServer, readLock } = await import('../lock-file.ts');
    const locked = options.check ? await readLock(path) : undefined;
    const configured = await configurationsFor(args, terminal);
    for (const { path: file, reason } of configured.unreadable) {
      terminal.note(`${plain(file)}: cannot be read: ${plain(reason)}`);
    }
    const found = leaveOut(configured, call);
    if (!locked && found.unreadable.length > 0) throw new UserError(notWritten(path));
    const { servers, unseen } = await withInspect(call, found.configurations, (inspect) =>
      listServers(found.configurations, inspect),
    );
    for (const { key, detail } of unseen) {
      terminal.note(`${plain(key)}: not inspected: ${plain(detail)}`);
    }
    if (locked) {
      const leftOut = found.leftOut.map(({ client, alias }) => serverKey(client, alias));
      const unknown = new Set([...unseen.map(({ key }) => key), ...leftOut]);
      if (await printChanges(call, locked, servers, unknown)) return exitCode.findings;
      const missed = unseen.length > 0 || found.unreadable.length > 0;
      return missed ? exitCode.unreachable : exitCode.fine;
    }
    if (unseen.length > 0) {
      terminal.note(notWritten(path));
      return exitCode.unreachable;
    }
    const { openOutput } = await import('../output-file.ts');
    const { objectOf } = await import('../../policy/json.ts');
    const file = objectOf([...servers].sort().map(([key, server]) => [key, lockServer(server)]));
    const output = openOutput(path);
    await output.write(`${jsonText({ schemaVersion: '1.0', servers: file }, 2)}\n`);
    await output.finish();
    const tools = [...servers.values()].reduce((sum, server) => sum + server.tools.length, 0);
    if (options.json) terminal.printJson({ lock: path, servers: servers.size, tools });
    else
      terminal.print(
        `${counted(tools, 'tool')} of ${counted(servers.size, 'server')} locked in ${plain(path)}`,
      );
    return exitCode.fine;
  },
};

function notWritten(path: string): string {
  return `${plain(path)} is not written: a lock holds every server that --without does not leave out, or none`;
}

/**
 * What is looked at, and what of the configuration is not: disabled servers and those the user leaves out.
 * @throws UserError where nothing has such a name
 */
function leaveOut(found: Found, { options, terminal }: CommandCall) {
  const names = new Set(Array.isArray(options.without) ? options.without : []);
  const isNamed = ({ alias }: { alias: string }) => names.has(alias);
  const named = found.configurations.flatMap(({ client, servers }) =>
    servers.filter(isNamed).map(({ alias }) => ({ client: client.id, alias })),
  );
  const known = new Set([...named, ...found.disabled].map(({ alias }) => alias));
  for (const name of names) {
    if (known.has(name)) continue;
    throw new UserError(`--without: no server of the configuration is named ${plain(name, 60)}`);
  }
  for (const { client, alias } of named) {
    terminal.note(`${plain(serverKey(client, alias))}: left out`);
  }
  const configurations = found.configurations.map((configuration) => ({
    ...configuration,
    servers: configuration.servers.filter((server) => !isNamed(server)),
  }));
  return { ...found, configurations, leftOut: [...named, ...found.disabled] };
}

function serverKey(client: string, alias: string): string {
  return `${client}/${alias}`;
}

/** What each server offers, by its key. @throws UserError where two servers have one key */
export async function listServers(configurations: readonly Configuration[], inspect: Inspect) {
  const servers = new Map<string, ListedServer>();
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
      const { inspection, ...listed } = await inspect(server);
      const key = serverKey(client.id, server.alias);
      if (inspection.kind === 'listed') servers.set(key, listed);
      else unseen.push({ key, detail: `${inspection.kind}: ${inspection.detail}` });
    }
  }
  return { servers, unseen };
}

/** Whether anything differs from the lock, which is printed. */
async function printChanges(
  { options, terminal }: CommandCall,
  locked: LockFile,
  servers: ReadonlyMap<string, ListedServer>,
  unknown: ReadonlySet<string>,
): Promise<boolean> {
  const { changesSince, instructionsSince, packagesSince } = await import('../lock-file.ts');
  const changes = changesSince(locked, servers, unknown);
  const { changes: instructions, notLocked } = instructionsSince(locked, servers, unknown);
  for (const server of notLocked) {
    terminal.note(`${plain(server)}: the lock holds no instructions of it: write it anew`);
  }
  const packages = packagesSince(locked, servers, unknown);
  const differs = changes.length > 0 || instructions.length > 0;
  if (options.json) {
    terminal.printJson({ changes, instructions, packages });
    return differs;
  }
  const { changeLines } = await import('../tool-set-diff.ts');
  for (const { server, change } of changes) {
    const [first = '', ...rest] = changeLines(change, terminal);
    terminal.print(`${plain(server)} ${first}`);
    for (const line of rest) terminal.print(line);
  }
  for (const change of instructions) await printInstructions(change, terminal);
  for (const change of packages) terminal.print(packageLine(change));
  if (!differs) terminal.print('no definition and no instructions differ from the lock');
  return differs;
}

/** Another version alone is no failure: what it offers is compared by its definitions. */
function packageLine({ server, before, after }: PackageChange): string {
  const isSame = before?.identifier === after?.identifier && before?.registry === after?.registry;
  if (!isSame || !before || !after) {
    return `${plain(server)} runs another package: ${named(before)} → ${named(after)}`;
  }
  if (before.version !== after.version) {
    return `${plain(server)} runs another version: ${named(before)} → ${plain(after.version ?? '?', 60)}`;
  }
  const digests = [before, after].map(({ integrity }) => plain(integrity ?? '?', 120));
  return `${plain(server)} runs other contents of ${named(after)}: ${digests.join(' → ')}`;
}

function named(code: LockedPackage | null): string {
  if (code === null) return 'none';
  const { registry, identifier, version } = code;
  return plain(`${registry} ${identifier}${version === undefined ? '' : ` ${version}`}`, 200);
}

async function printInstructions(
  { server, before, after }: InstructionChange,
  terminal: CommandCall['terminal'],
): Promise<void> {
  const { lineDiff } = await import('../line-diff.ts');
  terminal.print(`${plain(server)} ${terminal.color.yellow('~')} instructions`);
  for (const line of lineDiff(before ?? '', after ?? '', terminal.color)) terminal.print(line);
}
