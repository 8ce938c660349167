import { classify } from '../../classifier/classify.ts';
import { findExfiltrationPaths } from '../../classifier/combinations.ts';
import { findInstructionWarnings } from '../../classifier/server-warnings.ts';
import { findShadowedNames } from '../../classifier/shadowed-names.ts';
import { classifierVersion } from '../../classifier/version.ts';
import type { ConfiguredServer } from '../../policy/client.ts';
import type { Posture } from '../../policy/policy.ts';
import { positionOf } from '../../policy/position-of.ts';
import { recommend } from '../../policy/recommend.ts';
import type { Configuration, UnreadableFile } from './find-configurations.ts';
import { findingsOf } from './findings.ts';
import type { Inspect, Inspected } from './inspect.ts';
import type { Permissions } from './permissions.ts';
import type { ScannedServer, ScannedTool, ScanReport } from './report.ts';

export interface ScanOptions {
  posture: Posture;
  inspect: Inspect;
  /** Ids of findings that were there before. */
  baseline: ReadonlySet<string>;
  permissions: (configuration: Configuration) => Permissions;
  now: Date;
  onServer?: (server: ScannedServer) => void;
}

/** Looks at every server of the configurations and says what their tools can do and what is let run today. */
export async function scan(
  configurations: readonly Configuration[],
  unreadable: readonly UnreadableFile[],
  options: ScanOptions,
): Promise<ScanReport> {
  const looked: ScannedServer[] = [];
  const broken = new Map(unreadable.map((file) => [file.path, file]));
  for (const configuration of configurations) {
    const permissions = options.permissions(configuration);
    for (const file of permissions.unreadable) broken.set(file.path, file);
    for (const server of configuration.servers) {
      const inspected = await options.inspect(server);
      const { texts } = permissions;
      const scanned = scannedServer(configuration, server, inspected, texts, options.posture);
      looked.push(scanned);
      options.onServer?.(scanned);
    }
  }
  const servers = withShadowedNames(looked);
  const exfiltrationPaths = pathsOf(servers);
  const findings = findingsOf(servers, exfiltrationPaths).map((finding) => ({
    ...finding,
    isNew: !options.baseline.has(finding.id),
  }));
  return {
    schemaVersion: '1.0',
    classifierVersion,
    at: options.now.toISOString(),
    servers,
    exfiltrationPaths,
    unreadable: [...broken.values()],
    findings,
  };
}

function scannedServer(
  configuration: Configuration,
  server: ConfiguredServer,
  { inspection, tools, instructions }: Inspected,
  permissions: string[],
  posture: Posture,
): ScannedServer {
  const { client, path, text } = configuration;
  const judged = tools.map((definition) => ({ definition, classification: classify(definition) }));
  const policy = recommend(judged, { server: server.alias, posture });
  const rules = new Map(policy.rules.map((rule) => [rule.tool, rule]));
  const scanned: ScannedTool[] = [];
  for (const { definition, classification } of judged) {
    const recommended = rules.get(definition.name);
    if (!recommended) continue;
    const today = client.today?.(permissions, server.alias, definition) ?? null;
    scanned.push({ name: definition.name, classification, recommended, today });
  }
  const place = { client: client.id, path, ...positionOf(text, server.pointer, path) };
  const warnings = findInstructionWarnings(instructions);
  return { alias: server.alias, place, inspection, tools: scanned, warnings };
}

/** Among the servers of one client: one agent picks from all their tools by name. */
function withShadowedNames(servers: readonly ScannedServer[]): ScannedServer[] {
  const names = Map.groupBy(servers, ({ place }) => place.client);
  const toolNames = ({ alias, tools }: ScannedServer) => ({
    server: alias,
    tools: tools.map(({ name }) => name),
  });
  return servers.map((server) => {
    const others = (names.get(server.place.client) ?? []).map(toolNames);
    const shadowed = findShadowedNames(toolNames(server), others);
    return { ...server, warnings: [...server.warnings, ...shadowed] };
  });
}

/** Over all servers of each client together: one agent reaches them all. */
function pathsOf(servers: readonly ScannedServer[]): ScanReport['exfiltrationPaths'] {
  const byClient = Map.groupBy(servers, ({ place }) => place.client);
  return [...byClient].flatMap(([client, reached]) =>
    findExfiltrationPaths(
      reached.flatMap(({ alias, tools }) =>
        tools.map(({ name, classification }) => ({ server: alias, tool: name, classification })),
      ),
    ).map((path) => ({ client, ...path })),
  );
}
