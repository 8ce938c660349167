import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { classify } from '../classifier/classify.ts';
import type { ToolDefinition } from '../classifier/definition.ts';
import { hashDefinition } from '../classifier/hash.ts';
import { operations, risks } from '../classifier/taxonomy.ts';
import { isObject } from '../policy/json.ts';
import { fileError } from './file-error.ts';
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

const LockedServer = z.object({ tools: z.array(LockedTool) });
export type LockedServer = z.infer<typeof LockedServer>;

/** `mcp-lock.json`: the definitions of every tool that a team accepted, by `client/alias`. */
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

/** The tools of one server as a lock holds them, sorted by name so that a diff of the file is short. */
export function lockServer(tools: readonly ToolDefinition[]): LockedServer {
  const locked = tools.map((definition) => {
    const { operation, risk } = classify(definition);
    return { hash: hashDefinition(definition), operation, risk, definition };
  });
  return { tools: locked.sort((a, b) => (a.definition.name < b.definition.name ? -1 : 1)) };
}

/**
 * Every tool that differs from the lock, by server.
 *
 * @param unknown keys of servers that could not be looked at: whether they differ is not known
 */
export function changesSince(
  { servers: locked }: LockFile,
  servers: ReadonlyMap<string, readonly ToolDefinition[]>,
  unknown: ReadonlySet<string>,
): { server: string; change: ToolChange }[] {
  const keys = [...new Set([...locked.keys(), ...servers.keys()])].sort();
  return keys.flatMap((server) => {
    if (unknown.has(server)) return [];
    const before = locked.get(server)?.tools.map(({ definition }) => definition) ?? [];
    return diffToolSets(before, servers.get(server) ?? []).map((change) => ({ server, change }));
  });
}

/** @throws UserError when the file is missing, is no lock, or a definition in it is not the locked one */
export async function readLock(path: string): Promise<LockFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fileError('read', path, error);
    throw new UserError(`there is no lock ${plain(path)} yet: mcp-risk lock writes it`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${plain(path)} is not JSON: ${plain((error as Error).message)}`);
  }
  const parsed = LockFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const pointer = issue?.path.map((part) => `/${String(part)}`).join('') ?? '';
  throw new UserError(`${plain(path)}: ${plain(pointer)}: ${issue?.message ?? 'no lock file'}`);
}
