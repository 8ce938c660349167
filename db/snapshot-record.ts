import { z } from 'zod';
import type { JsonObject, ToolDefinition } from '../classifier/definition.ts';
import { canonicalFault } from '../classifier/hash.ts';
import type { Listed } from '../crawler/outcome.ts';
import type { ServerEntry } from '../crawler/server-entry.ts';

/** Minor versions only add fields. */
export const snapshotVersion = '1.0';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Passed on untouched: a parsed copy would lose keys such as `__proto__`, and with them the hash. */
const Definition = z
  .custom<ToolDefinition>(
    (value) => isObject(value) && typeof value.name === 'string' && isObject(value.inputSchema),
    { error: 'a tool needs a name and an inputSchema', abort: true },
  )
  .superRefine((definition, context) => {
    const fault = canonicalFault(definition);
    if (fault !== undefined) context.addIssue(`a tool holds ${fault}`);
  });

/** One line of a snapshot: one server's tools as this crawler listed them. */
export const SnapshotRecord = z.object({
  schemaVersion: z.string().regex(/^1\./, 'only version 1 is known'),
  server: z.string().min(1).max(500),
  title: z.string().optional(),
  repository: z.string().optional(),
  /** What was run or called, with the package that answered. */
  target: z.string(),
  package: z.string().optional(),
  version: z.string().optional(),
  integrity: z.string().optional(),
  at: z.iso.datetime(),
  durationMs: z.number().int().nonnegative(),
  protocolVersion: z.string(),
  serverInfo: z.custom<JsonObject>(isObject, 'serverInfo is no object'),
  instructions: z.string().optional(),
  promptCount: z.number().int().nonnegative().optional(),
  resourceCount: z.number().int().nonnegative().optional(),
  tools: z.array(Definition).max(100_000),
});
export type SnapshotRecord = z.infer<typeof SnapshotRecord>;

/** The outcome that the record keeps. */
export function toListed(record: SnapshotRecord): Listed {
  const { target, package: name, version, integrity } = record;
  const { server, at, durationMs, tools, protocolVersion, serverInfo } = record;
  return {
    kind: 'listed',
    serverId: server,
    at: new Date(at).toISOString(),
    durationMs,
    tools,
    malformed: [],
    protocolVersion,
    serverInfo,
    ...defined({
      instructions: record.instructions,
      promptCount: record.promptCount,
      resourceCount: record.resourceCount,
    }),
    provenance: { target, ...defined({ package: name, version, integrity }) },
  };
}

/** What stands for a server that no registry has named yet. */
export function toEntry(record: SnapshotRecord, registry: string): ServerEntry {
  return {
    id: record.server,
    registry,
    status: 'active',
    targets: [],
    ...defined({
      title: record.title,
      repository: record.repository,
      version: record.version,
    }),
  };
}

/** Without the keys that have no value. */
export function defined<T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(object).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}
