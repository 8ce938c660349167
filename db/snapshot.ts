import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { readLines } from './lines.ts';
import { recordOutcome } from './queries/crawls.ts';
import {
  eachServer,
  getServer,
  type Server,
  snapshotRegistry,
  upsertServers,
} from './queries/servers.ts';
import { definitions, tools } from './schema.ts';
import { defined, SnapshotRecord, snapshotVersion, toEntry, toListed } from './snapshot-record.ts';

/**
 * Writes every server whose tools are known and that its registry still has, one JSON object a line, sorted by id, gzipped. The same
 * store gives the same bytes. The file appears under its name only when it is complete.
 *
 * @returns how many servers it holds
 */
export async function exportSnapshot(db: Database, file: string): Promise<number> {
  const temporary = `${file}.${process.pid}.tmp`;
  let written = 0;
  async function* lines() {
    for await (const server of eachServer(db)) {
      if (server.lastListedAt === null || server.removedAt !== null) continue;
      yield `${await snapshotLine(db, server, server.lastListedAt)}\n`;
      written += 1;
    }
  }
  try {
    await pipeline(Readable.from(lines()), createGzip({ level: 9 }), createWriteStream(temporary));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return written;
}

/** The definitions go in as they are stored: canonical, so that an import finds the same hashes. */
async function snapshotLine(db: Database, server: Server, at: string): Promise<string> {
  const rows = await db
    .select({ json: definitions.json })
    .from(tools)
    .innerJoin(definitions, eq(definitions.hash, tools.definitionHash))
    .where(and(eq(tools.serverId, server.id), eq(tools.current, true)))
    .orderBy(asc(tools.position), asc(tools.id));
  const { provenance } = server;
  const head: Omit<SnapshotRecord, 'tools'> = {
    schemaVersion: snapshotVersion,
    server: server.id,
    ...defined({ title: server.title, repository: server.repository }),
    target: provenance?.target ?? '',
    ...defined({
      package: provenance?.package,
      version: provenance?.version,
      integrity: provenance?.integrity,
    }),
    at,
    durationMs: 0,
    protocolVersion: server.protocolVersion ?? '',
    serverInfo: server.serverInfo ?? {},
    ...defined({
      instructions: server.instructions,
      promptCount: server.promptCount,
      resourceCount: server.resourceCount,
    }),
  };
  const list = rows.map(({ json }) => json).join(',');
  return `${JSON.stringify(head).slice(0, -1)},"tools":[${list}]}`;
}

export interface ImportedSnapshot {
  /** Servers whose tools were taken over. */
  imported: number;
  /** Servers that this machine has listed itself, or that are known as of then or later. */
  known: number;
  /** Lines that are no record of version 1; they do not stop the rest. */
  invalid: number;
  /** The first of them. Reasons hold no text of the file. */
  errors: { line: number; reason: string }[];
}

const errorsKept = 100;

/**
 * Reads a snapshot into the store. A listing by this machine always wins over one in a snapshot, a
 * newer snapshot over an older one; reading the same file again changes nothing.
 *
 * @param now ISO 8601; a record from a later time is invalid
 * @throws the file system's error where the file cannot be opened
 */
export async function importSnapshot(
  db: Database,
  file: string,
  now: string,
): Promise<ImportedSnapshot> {
  const result: ImportedSnapshot = { imported: 0, known: 0, invalid: 0, errors: [] };
  const input = createReadStream(file);
  const text = input.pipe(createGunzip());
  input.on('error', (error) => text.destroy(error));
  let number = 0;
  try {
    for await (const line of readLines(text)) {
      number += 1;
      const record = line === undefined ? 'the line is too long' : parseRecord(line, now);
      if (typeof record === 'string') reject(result, number, record);
      else result[await importRecord(db, record, now)] += 1;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_')) throw error;
    reject(result, number + 1, 'the file is not gzip, or ends in the middle');
  }
  return result;
}

function reject(result: ImportedSnapshot, line: number, reason: string): void {
  result.invalid += 1;
  if (result.errors.length < errorsKept) result.errors.push({ line, reason });
}

function parseRecord(line: string, now: string): SnapshotRecord | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const parsed = SnapshotRecord.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`;
  }
  return Date.parse(parsed.data.at) > Date.parse(now) ? 'at: in the future' : parsed.data;
}

async function importRecord(
  db: Database,
  record: SnapshotRecord,
  now: string,
): Promise<'imported' | 'known'> {
  const listed = toListed(record);
  const server = await getServer(db, record.server);
  if (server?.listedFrom === 'live') return 'known';
  if (server?.lastListedAt && server.lastListedAt >= listed.at) return 'known';
  if (!server) await upsertServers(db, [toEntry(record, snapshotRegistry)], now);
  await recordOutcome(db, listed, { origin: 'snapshot' });
  return 'imported';
}
