import { risks } from '../../classifier/taxonomy.ts';
import { plain, type Terminal, table } from '../terminal.ts';
import { badge, colorOf } from '../tool-lines.ts';
import type { ScannedServer, ScannedTool, ScanReport } from './report.ts';

/** One server for a person: its tools from the riskiest down, what runs today and what is recommended. */
export function serverLines(server: ScannedServer, terminal: Terminal): string[] {
  const { color } = terminal;
  const { place, inspection, alias, tools } = server;
  const head = `${color.bold(plain(alias, 60))}  ${color.dim(`${plain(place.client)} · ${plain(place.path, 120)}:${place.line}`)}`;
  if (inspection.kind !== 'listed') {
    return [head, `  not inspected, ${inspection.kind}: ${plain(inspection.detail, 200)}`, ''];
  }
  const riskiestFirst = [...tools].sort((a, b) => riskOf(b) - riskOf(a));
  return [
    head,
    `  ${color.dim(plain(inspection.detail, 200))}`,
    ...table(riskiestFirst.map((tool) => toolRow(tool, terminal))).map((row) => `  ${row}`),
    ...warningLines(server, terminal),
    '',
  ];
}

function riskOf({ classification }: ScannedTool): number {
  return risks.indexOf(classification.risk);
}

function toolRow(tool: ScannedTool, terminal: Terminal): string[] {
  const { name, classification, today, recommended } = tool;
  const now = today?.decision ?? 'unknown';
  const change = now === recommended.decision ? now : `${now} → ${recommended.decision}`;
  return [plain(name, 50), badge(classification, terminal), change];
}

function warningLines({ tools, warnings }: ScannedServer, { color }: Terminal): string[] {
  const all = [
    ...warnings.map((warning) => ({ of: '', warning })),
    ...tools.flatMap(({ name, classification }) =>
      classification.warnings.map((warning) => ({ of: `${plain(name, 50)}: `, warning })),
    ),
  ];
  return all.map(
    ({ of, warning }) =>
      `  ${colorOf(warning.severity, color)('!')} ${of}${warning.message} (${warning.class})`,
  );
}

/** What holds between servers, and how many findings there are. */
export function closingLines(report: ScanReport, { color }: Terminal): string[] {
  const paths = report.exfiltrationPaths.map(({ reads, ingests, sends }) => {
    const steps = [reads, ingests, sends].map(
      ({ server, tool }) => `${plain(server, 40)} ▸ ${plain(tool, 40)}`,
    );
    return `${color.red('⇄')} exfiltration path: ${steps.join(' + ')}`;
  });
  const shadowed = report.servers.flatMap(({ alias, place, warnings }) =>
    warnings
      .filter(({ signal }) => signal === 'shadowed-name')
      .map(({ severity, message, evidence }) => {
        const names = plain(evidence.map(({ quote }) => quote).join(', '), 200);
        const head = `${plain(alias, 40)} (${plain(place.client)})`;
        return `${colorOf(severity, color)('!')} ${head}: ${message} ${names}`;
      }),
  );
  const counts = [...risks].reverse().map((risk) => {
    const count = report.findings.filter(({ severity }) => severity === risk).length;
    return `${count} ${risk}`;
  });
  const fresh = report.findings.filter(({ isNew }) => isNew).length;
  return [
    ...paths,
    ...shadowed,
    ...report.unreadable.map(({ path, reason }) => `cannot read ${plain(path, 160)}: ${reason}`),
    `findings: ${counts.join(', ')} (${fresh} not in the baseline)`,
  ];
}
