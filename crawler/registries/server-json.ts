import { z } from 'zod';
import type { ServerEntry, Target } from '../server-entry.ts';
import { readPackage } from './server-json-package.ts';
import { readRemote } from './server-json-remote.ts';

const maxTargets = 20;

/** The fields used of https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json */
const ServerJson = z.object({
  name: z
    .string()
    .max(200)
    .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/, 'is no server name'),
  title: z.string().max(1_000).optional().catch(undefined),
  description: z.string().max(10_000).optional().catch(undefined),
  version: z.string().max(255).optional().catch(undefined),
  repository: z
    .object({ url: z.string().max(2_048) })
    .optional()
    .catch(undefined),
  packages: z.array(z.unknown()).catch([]),
  remotes: z.array(z.unknown()).catch([]),
});

/**
 * Reads one server.json object. Packages and remotes that cannot be used are left out; texts are
 * kept as they are, hostile or not.
 *
 * @returns the reason when it is no server at all
 */
export function readServerJson(
  value: unknown,
  registry: string,
  status: ServerEntry['status'] = 'active',
): ServerEntry | string {
  const parsed = ServerJson.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${['', ...(issue?.path ?? [])].join('/')}: ${issue?.message}`;
  }
  const { name, title, description, version, repository, packages, remotes } = parsed.data;
  // What is remote comes first: it runs no code here.
  const targets: Target[] = [
    ...remotes.slice(0, maxTargets).flatMap((remote) => readRemote(remote) ?? []),
    ...packages.slice(0, maxTargets).flatMap((source) => readPackage(source) ?? []),
  ];
  return {
    id: name,
    registry,
    ...(version === undefined ? {} : { version: storable(version) }),
    ...(title === undefined ? {} : { title: storable(title) }),
    ...(description === undefined ? {} : { description: storable(description) }),
    ...(repository === undefined ? {} : { repository: storable(repository.url) }),
    status,
    targets,
  };
}

/** No database stores U+0000 or half a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
