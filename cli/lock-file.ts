import { createHash } from 'node:crypto';
import { z } from 'zod';
import { classify } from '../classifier/classify.ts';
import type { ToolDefinition } from '../classifier/definition.ts';
import { hashDefinition } from '../classifier/hash.ts';
import { operations, risks } from '../classifier/taxonomy.ts';
import type { Provenance } from '../crawler/outcome.ts';
import { isObject } from '../policy/json.ts';
import { readJsonFile } from './json-file.ts';
import { plain } from './terminal.ts';
import { diffToolSets, type ToolChange } from './tool-set-diff.ts';
import { UserError } from './user-error.ts';

/** The parsed object itself: a copy would lose keys like `__proto__`, which count in the hash. */
const Definition = z.custom<ToolDefinition>(
  (value) => isObject(value) && typeof value.name === 'string' && isObject(value.inputSchema),
  'no definition of a tool',
);

const LockedTool = z
  .object({
    /** SHA-256 of the canonical definition. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    operation: z.enum(operations),
    risk: z.enum(risks),
    /** The definition that was accepted: what a change is compared with. */
    definition: Definition,
  })
  .refine(({ hash, definition }) => hash === hashOf(definition), {
    path: ['hash'],
    error:
      'is not of this definition: the lock was changed by hand; write it anew by mcp-risk lock',
  });

/** What a server tells the model of itself: null where it said nothing, absent in locks of earlier versions. */
const LockedInstructions = z
  .object({
    /** SHA-256 of the text as UTF-8. */
    hash: z.string(),
    text: z.string(),
  })
  .refine(({ hash, text }) => hash === hashOfText(text), {
    path: ['hash'],
    error: 'is not of this text: the lock was changed by hand; write it anew by mcp-risk lock',
  });

/** Which code answered when the definitions were accepted. */
const LockedPackage = z.object({
  /** `npm`, `pypi`, `oci` or `mcpb`. */
  registry: z.string(),
  identifier: z.string(),
  version: z.string().optional(),
  /** What the installed package or image was, as its registry writes digests. */
  integrity: z.string().optional(),
});
export type LockedPackage = z.infer<typeof LockedPackage>;

const LockedServer = z.object({
  /** Null where no package was run, absent in locks of earlier versions. */
  package: LockedPackage.nullable().optional(),
  instructions: LockedInstructions.nullable().optional(),
  tools: z.array(LockedTool),
});
export type LockedServer = z.infer<typeof LockedServer>;

/** What a server offers when it is looked at: what a lock holds, and is compared with. */
export interface ListedServer {
  tools: readonly ToolDefinition[];
  instructions?: string;
  provenance?: Provenance;
}

/** `mcp-lock.json`: the definitions and instructions of every server that a team accepted, by `client/alias`. */
export interface LockFile {
  schemaVersion: '1.0';
  servers: Map<string, LockedServer>;
}

/** A map, because an alias may be any text. */
const LockFile = z.object({
  schemaVersion: z.literal('1.0'),
  servers: z
    .custom<Record<string, unknown>>(isObject, 'no object')
    .transform((servers) => new Map(Object.entries(servers)))
    .pipe(z.map(z.string(), LockedServer)),
});

/** Undefined for what has no canonical form, such as half a surrogate pair. */
function hashOf(definition: ToolDefinition): string | undefined {
  try {
    return hashDefinition(definition);
  } catch {
    return undefined;
  }
}

function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** One server as a lock holds it, its tools sorted by name so that a diff of the file is short. */
export function lockServer({ tools, instructions, provenance }: ListedServer): LockedServer {
  const locked = tools.map((definition) => {
    const { operation, risk } = classify(definition);
    return { hash: hashDefinition(definition), operation, risk, definition };
  });
  return {
    package: lockedPackage(provenance),
    instructions:
      instructions === undefined ? null : { hash: hashOfText(instructions), text: instructions },
    tools: locked.sort((a, b) => (a.definition.name < b.definition.name ? -1 : 1)),
  };
}

function lockedPackage(provenance: Provenance | undefined): LockedPackage | null {
  const { target: registry = '', package: identifier, version, integrity } = provenance ?? {};
  if (identifier === undefined) return null;
  return {
    registry,
    identifier,
    ...(version === undefined ? {} : { version }),
    ...(integrity === undefined ? {} : { integrity }),
  };
}

/**
 * Every tool that differs from the lock, by server.
 *
 * @param unknown keys of servers that could not be looked at: whether they differ is not known
 */
export function changesSince(
  { servers: locked }: LockFile,
  servers: ReadonlyMap<string, ListedServer>,
  unknown: ReadonlySet<string>,
): { server: string; change: ToolChange }[] {
  const keys = [...new Set([...locked.keys(), ...servers.keys()])].sort();
  return keys.flatMap((server) => {
    if (unknown.has(server)) return [];
    const before = locked.get(server)?.tools.map(({ definition }) => definition) ?? [];
    return diffToolSets(before, servers.get(server)?.tools ?? []).map((change) => ({
      server,
      change,
    }));
  });
}

/** The instructions of one server that differ from the lock; null where there are none. */
export interface InstructionChange {
  server: string;
  before: string | null;
  after: string | null;
}

/**
 * Every server whose instructions differ from the lock, and the servers of which an earlier version locked none.
 *
 * @param unknown as for `changesSince`
 */
export function instructionsSince(
  { servers: locked }: LockFile,
  servers: ReadonlyMap<string, ListedServer>,
  unknown: ReadonlySet<string>,
): { changes: InstructionChange[]; notLocked: string[] } {
  const changes: InstructionChange[] = [];
  const notLocked: string[] = [];
  for (const server of [...new Set([...locked.keys(), ...servers.keys()])].sort()) {
    if (unknown.has(server)) continue;
    const known = locked.get(server);
    if (known && known.instructions === undefined) {
      notLocked.push(server);
      continue;
    }
    const before = known?.instructions?.text ?? null;
    const after = servers.get(server)?.instructions ?? null;
    if (before !== after) changes.push({ server, before, after });
  }
  return { changes, notLocked };
}

/** A server that is run from other code than the locked one; null where no package is run. */
export interface PackageChange {
  server: string;
  before: LockedPackage | null;
  after: LockedPackage | null;
}

/**
 * Every locked server that is run from another package, version or digest. Its definitions may be the locked ones still.
 *
 * @param unknown as for `changesSince`
 */
export function packagesSince(
  { servers: locked }: LockFile,
  servers: ReadonlyMap<string, ListedServer>,
  unknown: ReadonlySet<string>,
): PackageChange[] {
  return [...locked].flatMap(([server, { package: before }]) => {
    const now = servers.get(server);
    if (before === undefined || now === undefined || unknown.has(server)) return [];
    const after = lockedPackage(now.provenance);
    return isOther(before, after) ? [{ server, before, after }] : [];
  });
}

/** What one of the two does not know (an image without a digest) makes no difference. */
function isOther(before: LockedPackage | null, after: LockedPackage | null): boolean {
  if (before === null || after === null) return before !== after;
  return (['registry', 'identifier', 'version', 'integrity'] as const).some((part) => {
    const [was, is] = [before[part], after[part]];
    return was !== undefined && is !== undefined && was !== is;
  });
}

/** @throws UserError when the file is missing, is no lock, or a definition in it is not the locked one */
export async function readLock(path: string): Promise<LockFile> {
  const json = await readJsonFile(path).catch((error: Error) => {
    const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw error;
    throw new UserError(`there is no lock ${plain(path)} yet: mcp-risk lock writes it`);
  });
  const parsed = LockFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const pointer = issue?.path.map((part) => `/${String(part)}`).join('') ?? '';
  throw new UserError(`${plain(path)}: ${plain(pointer)}: ${issue?.message ?? 'no lock file'}`);
}
