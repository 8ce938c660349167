import { createHash } from 'node:crypto';
import { decisions } from '../../policy/policy.ts';
import type { ClientPath, Finding, ScannedServer, ScannedTool } from './report.ts';

/** What each rule of a scan reports; SARIF shows it as the rule's description. */
export const scanRules: Record<string, string> = {
  'risky-tool': 'A tool of high or critical risk is within the reach of the agent.',
  'allowed-without-asking':
    'The client runs a tool without asking that should be asked about or denied.',
  'exfiltration-path':
    'Private data, untrusted content and a way out are within the reach of one agent.',
  'unpinned-version':
    'A package or image is started without an exact version: another one than was looked at may run.',
  'not-inspected': 'A server could not be looked at: what its tools can do is unknown.',
};

/** Everything in the scanned servers that a person should act on, in the order of the files. */
export function findingsOf(
  servers: readonly ScannedServer[],
  paths: readonly ClientPath[],
): Omit<Finding, 'isNew'>[] {
  const findings: Omit<Finding, 'isNew'>[] = [];
  for (const server of servers) {
    findings.push(...inspectionFinding(server));
    for (const tool of server.tools) findings.push(...toolFindings(server, tool));
    for (const warning of server.warnings) {
      findings.push(
        finding(server, warning.signal, warning.severity, `${server.alias}: ${warning.message}`, {
          of: warning.evidence.map(({ pointer, quote }) => [pointer, quote]),
        }),
      );
    }
  }
  return [...findings, ...paths.map(pathFinding)];
}

function inspectionFinding(server: ScannedServer): Omit<Finding, 'isNew'>[] {
  const { kind, detail } = server.inspection;
  if (kind === 'listed') return [];
  const message = `${server.alias} was not inspected (${kind}: ${detail}): its tools are unknown.`;
  return [finding(server, 'not-inspected', 'unknown', message)];
}

function toolFindings(server: ScannedServer, tool: ScannedTool): Omit<Finding, 'isNew'>[] {
  const { classification, recommended, today } = tool;
  const found: Omit<Finding, 'isNew'>[] = [];
  const named = `${server.alias} ▸ ${tool.name}`;
  if (isRisky(tool)) {
    const message = `${named}: ${classification.operation}, ${classification.risk} risk. ${classification.rationale}`;
    found.push(finding(server, 'risky-tool', classification.risk, message, tool));
  }
  if (today && isAllowedUnasked(tool)) {
    const message = `${named} runs without asking (${today.because}); recommended is ${recommended.decision}. ${recommended.because}`;
    found.push(finding(server, 'allowed-without-asking', classification.risk, message, tool));
  }
  for (const warning of classification.warnings) {
    const message = `${named}: ${warning.message}`;
    found.push(finding(server, warning.signal, warning.severity, message, tool));
  }
  return found;
}

/** Of high or critical risk: a finding for this alone. */
export function isRisky({ classification: { risk } }: ScannedTool): boolean {
  return risk === 'high' || risk === 'critical';
}

/** Runs without asking although it should be asked about or denied. */
export function isAllowedUnasked({ today, recommended }: ScannedTool): boolean {
  const { decision } = recommended;
  return today?.decision === 'allow' && decisions.indexOf(decision) > decisions.indexOf('allow');
}

function pathFinding(path: ClientPath): Omit<Finding, 'isNew'> {
  const steps = [path.reads, path.ingests, path.sends];
  const [reads, ingests, sends] = steps.map(({ server, tool }) => `${server} ▸ ${tool}`);
  const message = `${reads} returns private data, ${ingests} returns text of third parties, ${sends} sends out: an exfiltration path.`;
  const { place, project } = path;
  const at = { alias: path.sends.server, place, ...(project === undefined ? {} : { project }) };
  const of = [steps.map(({ server, tool }) => [server, tool]), path.definitions];
  return finding(at, 'exfiltration-path', 'high', message, { of });
}

/**
 * The id holds neither the file nor the line of the configuration, so that moving one makes nothing new; it holds
 * what was judged, so that another definition, instruction or path of the same name is new.
 *
 * @param about the tool, or the JSON of whatever else the finding is about
 */
function finding(
  server: Pick<ScannedServer, 'alias' | 'place' | 'project'>,
  rule: string,
  severity: Finding['severity'],
  message: string,
  about: ScannedTool | { of: unknown } = { of: null },
): Omit<Finding, 'isNew'> {
  const isTool = 'name' in about;
  const identity = [
    server.place.client,
    server.project ?? '',
    server.alias,
    rule,
    ...(isTool ? [about.name, about.classification.definitionHash] : [about.of]),
  ];
  const id = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
  const tool = isTool ? { tool: about.name } : {};
  return { id, rule, severity, message, place: server.place, server: server.alias, ...tool };
}
