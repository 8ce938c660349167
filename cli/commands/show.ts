import type { ServerRecord, ToolRecord } from '../../db/queries/pages.ts';
import { type Command, exitCode, jsonOption } from '../command.ts';
import { counted, plain, type Terminal, table } from '../terminal.ts';

export const show: Command = {
  arguments: '<server> [tool]',
  options: [jsonOption],
  examples: [
    ['mcp-risk show chrome-devtools-mcp', 'its tools with operation and risk'],
    ['mcp-risk show chrome-devtools-mcp evaluate_script', 'one tool with evidence and warnings'],
  ],
  async run({ args, options, terminal, signal }) {
    const { withCatalog } = await import('../steps/seed.ts');
    const { catalogServer, catalogTool } = await import('../catalog-tool.ts');
    const record = await withCatalog(signal, (store) => catalogServer(store, args[0] ?? ''));
    const tool = args[1] === undefined ? undefined : catalogTool(record, args[1]);
    if (options.json) terminal.printJson(tool ?? record);
    else {
      const { badge, classificationLines } = await import('../tool-lines.ts');
      const lines = tool
        ? toolLines(record, tool, classificationLines, terminal)
        : serverLines(record, badge, terminal);
      for (const line of lines) terminal.print(line);
    }
    return exitCode.fine;
  },
};

function serverLines(
  { server, tools }: ServerRecord,
  badge: typeof import('../tool-lines.ts').badge,
  terminal: Terminal,
): string[] {
  const { provenance, lastListedAt, lastKind, lastReason } = server;
  const current = tools.filter((tool) => tool.current);
  const last = lastKind === null ? 'never crawled' : `last crawl: ${lastKind}`;
  const why = lastReason === null ? '' : ` (${plain(lastReason, 200)})`;
  const known =
    lastListedAt === null
      ? 'its tools are unknown'
      : `${counted(current.length, 'tool')}, listed ${lastListedAt} by ${server.listedFrom === 'live' ? 'this machine' : 'the snapshot'}`;
  return [
    plain(server.id),
    `${provenance?.package ? `${plain(provenance.package)}@${plain(provenance.version ?? '?')} · ` : ''}${known} · ${last}${why}`,
    ...table(current.map((tool) => [plain(tool.name, 60), badge(tool.classification, terminal)])),
  ];
}

function toolLines(
  { server }: ServerRecord,
  tool: ToolRecord,
  classificationLines: typeof import('../tool-lines.ts').classificationLines,
  terminal: Terminal,
): string[] {
  const { description } = tool.definition;
  return [
    `${plain(server.id)} ▸ ${plain(tool.name)}${tool.current ? '' : ' (not offered any more)'}`,
    ...(description ? [plain(description, 1000)] : []),
    ...(tool.classification
      ? classificationLines(tool.classification, terminal)
      : ['not labelled yet: mcp-risk classify']),
    `definition ${tool.definitionHash}, first seen ${tool.firstSeenAt}`,
  ];
}
