import { type Command, exitCode, jsonOption } from '../command.ts';
import { crawlOptions } from '../crawl-options.ts';
import { jsonText, plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const lock: Command = {
  name: 'lock',
  arguments: '[file...]',
  summary: 'pin the definitions of your tools, or check that none changed',
  options: [
    { flags: '--check', description: 'exit code 1 when a definition differs from the lock' },
    { flags: '--lock <file>', description: 'the lock', default: 'mcp-lock.json' },
    { flags: '-y, --yes', description: 'start and reach the servers without asking' },
    { flags: '--catalog-only', description: 'start nothing: use what the catalog knows' },
    ...crawlOptions,
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
    const { readLock, lockServer } = await import('../lock-file.ts');
    const locked = options.check ? await readLock(path) : undefined;
    const { configurations } = await configurationsFor(args);
    const { servers, unseen } = await withInspect(call, configurations, (inspect) =>
      listServers(configurations, inspect),
    );
    for (const { alias, detail } of unseen) {
      process.stderr.write(`${plain(alias)}: not inspected: ${plain(detail)}\n`);
    }
    if (locked) return check(call, locked, servers, unseen);
    if (unseen.length > 0) {
      throw new UserError(`${plain(path)} is not written: a lock holds every server or none`);
    }
    const { openOutput } = await import('../output-file.ts');
    const file = Object.fromEntries(
      [...servers].sort().map(([alias, tools]) => [alias, lockServer(tools)]),
    );
    const output = openOutput(path);
    await output.write(`${jsonText({ schemaVersion: '1.0', servers: file }, 2)}\n`);
    await output.finish();
    const tools = [...servers.values()].reduce((sum, list) => sum + list.length, 0);
    if (options.json) terminal.printJson({ lock: path, servers: servers.size, tools });
    else terminal.print(`${tools} tools of ${servers.size} servers locked in ${plain(path)}`);
    return exitCode.fine;
  },
};

type Definitions = import('../../classifier/definition.ts').ToolDefinition[];

async function listServers(
  configurations: readonly import('../scan/find-configurations.ts').Configuration[],
  inspect: import('../scan/inspect.ts').Inspect,
) {
  const servers = new Map<string, Definitions>();
  const unseen: { alias: string; detail: string }[] = [];
  for (const { client, servers: configured } of configurations) {
    for (const server of configured) {
      const { inspection, tools } = await inspect(server);
      const key = configurations.length > 1 ? `${client.id}/${server.alias}` : server.alias;
      if (inspection.kind === 'listed') servers.set(key, tools);
      else unseen.push({ alias: server.alias, detail: `${inspection.kind}: ${inspection.detail}` });
    }
  }
  return { servers, unseen };
}

async function check(
  { options, terminal }: import('../command.ts').CommandCall,
  locked: import('../lock-file.ts').LockFile,
  servers: Map<string, Definitions>,
  unseen: { alias: string }[],
) {
  const { changeLines, diffToolSets } = await import('../tool-set-diff.ts');
  const { lockedDefinitions } = await import('../lock-file.ts');
  const missing = new Set(unseen.map(({ alias }) => alias));
  const names = new Set([...Object.keys(locked.servers), ...servers.keys()]);
  const changes = [...names].sort().flatMap((server) => {
    if (missing.has(server.split('/').at(-1) ?? '') && !servers.has(server)) return [];
    const before = lockedDefinitions(locked.servers[server]);
    return diffToolSets(before, servers.get(server) ?? []).map((change) => ({ server, change }));
  });
  if (options.json) terminal.printJson({ changes });
  else {
    for (const { server, change } of changes) {
      const [first = '', ...rest] = changeLines(change, terminal);
      terminal.print(`${plain(server)} ${first}`);
      for (const line of rest) terminal.print(line);
    }
    if (changes.length === 0) terminal.print('no definition differs from the lock');
  }
  if (changes.length > 0) return exitCode.findings;
  return unseen.length > 0 ? exitCode.unreachable : exitCode.fine;
}
