import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { classify } from '../classifier/classify.ts';
import type { ToolDefinition } from '../classifier/definition.ts';
import { hashDefinition } from '../classifier/hash.ts';
import { operations, risks } from '../classifier/taxonomy.ts';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

const LockedTool = z.object({
  /** SHA-256 of the canonical definition. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  operation: z.enum(operations),
  risk: z.enum(risks),
  /** The definition that was accepted: what a change is compared with. */
  definition: z.looseObject({ name: z.string(), inputSchema: z.looseObject({}) }),
});

/** `mcp-lock.json`: the definitions of every tool that a team accepted. */
export const LockFile = z.object({
  schemaVersion: z.literal('1.0'),
  servers: z.record(z.string(), z.object({ tools: z.array(LockedTool) })),
});
export type LockFile = z.infer<typeof LockFile>;
export type LockedServer = LockFile['servers'][string];

/** The tools of one server as a lock holds them, sorted by name so that a diff of the file is short. */
export function lockServer(tools: readonly ToolDefinition[]): LockedServer {
  const locked = tools.map((definition) => {
    const { operation, risk } = classify(definition);
    return { hash: hashDefinition(definition), operation, risk, definition };
  });
  return { tools: locked.sort((a, b) => (a.definition.name < b.definition.name ? -1 : 1)) };
}

/** The definitions that a lock holds of one server; none of a server it does not know. */
export function lockedDefinitions(server: LockedServer | undefined): ToolDefinition[] {
  return (server?.tools ?? []).map(({ definition }) => definition as ToolDefinition);
}

/** @throws UserError when the file is missing or is no lock */
export async function readLock(path: string): Promise<LockFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(`cannot read ${plain(path)}: ${code}; mcp-risk lock writes it`);
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
