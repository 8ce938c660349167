import { classify } from '../../classifier/classify.ts';
import { type ExfiltrationPath, findExfiltrationPaths } from '../../classifier/combinations.ts';
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
import type { ClientPath, ScannedServer, ScannedTool, ScanReport } from './report.ts';
import { findUnpinnedVersion } from './unpinned-version.ts';

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
  { inspection, tools, instructions, provenance }: Inspected,
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
  const unpinned = inspection.kind === 'listed' ? findUnpinnedVersion(server, provenance) : [];
  const warnings = [...findInstructionWarnings(instructions), ...unpinned];
  const { alias, project } = server;
  const where = project === undefined ? {} : { project };
  return { alias, place, ...where, inspection, tools: scanned, warnings };
}

/** Whether one agent can reach both. */
function areTogether(a: ScannedServer, b: ScannedServer): boolean {
  if (a.place.client !== b.place.client) return false;
  return a.project === undefined || b.project === undefined || a.project === b.project;
}

/** Among the servers that one agent reaches: it picks from all their tools by name. */
function withShadowedNames(servers: readonly ScannedServer[]): ScannedServer[] {
  const toolNames = ({ alias, tools }: ScannedServer) => ({
    server: alias,
    tools: tools.map(({ name }) => name),
  });
  return servers.map((server) => {
    const others = servers.filter((other) => areTogether(server, other)).map(toolNames);
    const shadowed = findShadowedNames(toolNames(server), others);
    return { ...server, warnings: [...server.warnings, ...shadowed] };
  });
}

/** Over the servers that one agent reaches: those of a client, in each project that has some of its own. */
function pathsOf(servers: readonly ScannedServer[]): ScanReport['exfiltrationPaths'] {
  const agents = Map.groupBy(servers, ({ place, project }) =>
    JSON.stringify([place.client, project]),
  );
  const paths = [...agents.values()].flatMap(([one]) => {
    if (!one) return [];
    const reached = servers.filter(
      (other) => areTogether(one, other) && (one.project !== undefined || !other.project),
    );
    // Two files may give one alias to two servers.
    const byKey = new Map(reached.map((server, index) => [`${server.alias}\0${index}`, server]));
    const tools = [...byKey].flatMap(([key, { tools }]) =>
      tools.map(({ name, classification }) => ({ server: key, tool: name, classification })),
    );
    return findExfiltrationPaths(tools).flatMap((path) => clientPath(path, byKey) ?? []);
  });
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

function clientPath(
  path: ExfiltrationPath,
  byKey: ReadonlyMap<string, ScannedServer>,
): ClientPath | undefined {
  const steps = [path.reads, path.ingests, path.sends];
  const servers = steps.flatMap(({ server }) => byKey.get(server) ?? []);
  const [reads, ingests, sends] = servers;
  if (!reads || !ingests || !sends) return undefined;
  const project = servers.find((server) => server.project !== undefined)?.project;
  const hashOf = ({ tools }: ScannedServer, name: string | undefined) =>
    tools.find((tool) => tool.name === name)?.classification.definitionHash ?? '';
  return {
    client: sends.place.client,
    ...(project === undefined ? {} : { project }),
    place: sends.place,
    reads: { ...path.reads, server: reads.alias },
    ingests: { ...path.ingests, server: ingests.alias },
    sends: { ...path.sends, server: sends.alias },
    definitions: servers.map((server, index) => hashOf(server, steps[index]?.tool)),
  };
}
