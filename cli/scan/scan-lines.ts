import type { Evidence } from '../../classifier/classification.ts';
import { risks } from '../../classifier/taxonomy.ts';
import { shellWord } from '../shell-word.ts';
import { counted, plain, type Terminal, table } from '../terminal.ts';
import { badge, colorOf } from '../tool-lines.ts';
import { evidenceLine } from './evidence-line.ts';
import { isAllowedUnasked, isRisky } from './findings.ts';
import type { Inspection, ScannedServer, ScannedTool, ScanReport } from './report.ts';

/** One server for a person: its tools from the riskiest down, what runs today and what is recommended. */
export function serverLines(server: ScannedServer, terminal: Terminal): string[] {
  const { color } = terminal;
  const { place, inspection, alias, tools, project } = server;
  const only = project === undefined ? '' : ` · in ${plain(project, 80)}`;
  const where = `${plain(place.client)} · ${plain(place.path, 120)}:${place.line}${only}`;
  const head = `${color.bold(plain(alias, 60))}  ${color.dim(where)}`;
  if (inspection.kind !== 'listed') {
    return [head, `  not inspected, ${inspection.kind}: ${plain(inspection.detail, 200)}`, ''];
  }
  return [
    head,
    `  ${color.dim(plain(inspection.detail, 200))}`,
    ...(tools.length === 0 ? ['  no tools'] : toolLines(tools, terminal)),
    ...malformedLines(inspection, terminal),
    ...warningLines(server, terminal),
    '',
  ];
}

/** Below each tool that is a finding, what that stands on. */
function toolLines(tools: readonly ScannedTool[], terminal: Terminal): string[] {
  const riskiestFirst = [...tools].sort((a, b) => riskOf(b) - riskOf(a));
  const rows = [heading, ...riskiestFirst.map((tool) => toolRow(tool, terminal))];
  return table(rows, terminal.color).flatMap((row, index) => {
    const tool = riskiestFirst[index - 1];
    const isFound = tool && (isRisky(tool) || isAllowedUnasked(tool));
    return [`  ${row}`, ...(isFound ? [standsOn(tool.classification.evidence, terminal)] : [])];
  });
}

const heading = ['tool', 'operation · risk · confidence', 'today → recommended'];

function riskOf({ classification }: ScannedTool): number {
  return risks.indexOf(classification.risk);
}

function toolRow(tool: ScannedTool, terminal: Terminal): string[] {
  const { name, classification, today, recommended } = tool;
  const now = today?.decision ?? 'unknown';
  const change = now === recommended.decision ? now : `${now} → ${recommended.decision}`;
  return [plain(name, 50), badge(classification, terminal), change];
}

/** How many items of the server's list are no definitions, and why: no row above speaks of them. */
function malformedLines({ malformed = [] }: Inspection, { color }: Terminal): string[] {
  if (malformed.length === 0) return [];
  const reasons = Object.entries(Object.groupBy(malformed, ({ reason }) => reason))
    .map(([reason, same = []]) => ({ reason, count: same.length }))
    .sort((a, b) => b.count - a.count)
    .map(({ reason, count }) => `${plain(reason, 100)} (${count})`);
  const count = counted(malformed.length, 'malformed tool');
  return [`  ${color.yellow('!')} ${count} left out: ${reasons.join(', ')}`];
}

function warningLines({ tools, warnings }: ScannedServer, terminal: Terminal): string[] {
  const { color } = terminal;
  const all = [
    ...warnings.map((warning) => ({ of: '', warning })),
    ...tools.flatMap(({ name, classification }) =>
      classification.warnings.map((warning) => ({ of: `${plain(name, 50)}: `, warning })),
    ),
  ];
  return all.flatMap(({ of, warning }) => [
    `  ${colorOf(warning.severity, color)('!')} ${of}${warning.message} (${warning.class})`,
    standsOn(warning.evidence, terminal),
  ]);
}

function standsOn(evidence: readonly Evidence[], { color }: Terminal): string {
  return `      ${color.dim(evidenceLine(evidence))}`;
}

/** What holds between servers, how many findings there are, and what to do next. */
export function closingLines(
  report: ScanReport,
  { hasBaseline, catalogOnly }: { hasBaseline: boolean; catalogOnly: boolean },
  { color }: Terminal,
): string[] {
  const shadowed = report.servers.flatMap(({ alias, place, warnings }) =>
    warnings
      .filter(({ signal }) => signal === 'shadowed-name')
      .map(({ severity, message, evidence }) => {
        const names = plain(evidence.map(({ quote }) => quote).join(', '), 200);
        const head = `${plain(alias, 40)} (${plain(place.client)})`;
        return `${colorOf(severity, color)('!')} ${head}: ${message} ${names}`;
      }),
  );
  // What is unknown has a line of its own.
  const seen = report.findings.filter(({ severity }) => severity !== 'unknown');
  const counts = [...risks].reverse().map((risk) => {
    const count = seen.filter(({ severity }) => severity === risk).length;
    return `${count} ${risk}`;
  });
  const fresh = seen.filter(({ isNew }) => isNew).length;
  return [
    ...pathLines(report.exfiltrationPaths).map((line) => `${color.red('⇄')} ${line}`),
    ...shadowed,
    ...report.unreadable.map(({ path, reason }) => `cannot read ${plain(path, 160)}: ${reason}`),
    `findings: ${counts.join(', ')}${hasBaseline ? ` (${fresh} not in the baseline)` : ''}`,
    ...unseenLines(report, catalogOnly),
    ...nextLines(report, catalogOnly),
  ];
}

/** Clients with the same servers have the same paths: each is said once. */
function pathLines(paths: ScanReport['exfiltrationPaths']): string[] {
  const texts = paths.map(({ client, reads, ingests, sends }) => {
    const step = ({ server, tool }: typeof reads) => `${plain(server, 40)} ▸ ${plain(tool, 40)}`;
    const steps = [step(reads), step(ingests), step(sends)];
    const text =
      new Set(steps).size === 1
        ? `${steps[0]} alone reads private data, takes in text of others and has a way out`
        : `${steps[0]} (private data) + ${steps[1]} (text of others) + ${steps[2]} (way out)`;
    return { client, text };
  });
  return [...Map.groupBy(texts, ({ text }) => text)].map(
    ([text, same]) =>
      `exfiltration path in ${same.map(({ client }) => client).join(', ')}: ${text}`,
  );
}

function unseenLines({ servers }: ScanReport, catalogOnly: boolean): string[] {
  const unseen = servers.filter(({ inspection }) => inspection.kind !== 'listed').length;
  if (unseen === 0) return [];
  const hint = catalogOnly ? '; without --catalog-only the scan starts or reaches them' : '';
  const all = counted(servers.length, 'server');
  return [`not inspected: ${unseen} of ${all}; nothing is known of the tools${hint}`];
}

/** The command for the first configuration whose client allows more than is recommended. */
function nextLines({ findings }: ScanReport, catalogOnly: boolean): string[] {
  const open = findings.find(({ rule }) => rule === 'allowed-without-asking');
  if (!open) return [];
  const { client, path } = open.place;
  const how = catalogOnly ? ' --catalog-only' : '';
  return [
    `to change that: mcp-risk policy for ${shellWord(path)} --client ${client}${how} --dry-run`,
  ];
}
