import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { withoutByteOrderMark } from '../../classifier/without-byte-order-mark.ts';
import type { Client, ConfiguredServer, Platform } from '../../policy/client.ts';
import { readClientFile } from '../../policy/read-client-file.ts';
import { fileError } from '../file-error.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { movedPath } from './moved-folder.ts';

/** One file of one client that lists servers. */
export interface Configuration {
  client: Client;
  path: string;
  text: string;
  servers: ConfiguredServer[];
}

/** A file that is there and cannot be used. */
export interface UnreadableFile {
  path: string;
  reason: string;
}

/** Where a person's clients are looked for; given in tests. */
export interface Surroundings {
  platform: Platform;
  home: string;
  /** The project whose own configurations count too. */
  project: string;
  /** Some clients keep their files where a variable says. */
  env: Readonly<Record<string, string | undefined>>;
}

export function surroundings(): Surroundings {
  const known: Platform[] = ['linux', 'darwin', 'win32'];
  const platform = known.find((name) => name === process.platform) ?? 'linux';
  return { platform, home: homedir(), project: process.cwd(), env: process.env };
}

/** Configurations grow with the number of projects of a person; more than this is no configuration. */
const largestBytes = 32 * 1024 * 1024;

/** Every configuration of every known client in these surroundings that lists a server. */
export function findConfigurations(
  clients: readonly Client[],
  where: Surroundings,
): { found: Configuration[]; unreadable: UnreadableFile[] } {
  const found: Configuration[] = [];
  const unreadable: UnreadableFile[] = [];
  const seen = new Set<string>();
  for (const client of clients) {
    for (const path of absolutePaths(client.configPaths(where.platform, where.home), where)) {
      if (!isFile(path) || (seen.has(path) && !hasOwnPermissions(client, where))) continue;
      try {
        const configuration = readConfiguration(client, path);
        if (configuration.servers.length === 0) continue;
        seen.add(path);
        found.push(configuration);
      } catch (error) {
        seen.add(path);
        unreadable.push({ path, reason: plain((error as Error).message) });
      }
    }
  }
  return { found, unreadable };
}

/** Of two clients with one list of servers, the second is used where it has permissions of its own. */
function hasOwnPermissions(client: Client, where: Surroundings): boolean {
  const configurations = client.configPaths(where.platform, where.home);
  const permissions = client.permissionPaths(where.platform, where.home);
  const own = permissions.filter((path) => !configurations.includes(path));
  return absolutePaths(own, where).some(isFile);
}

/** The clients' relative paths are meant from the project's folder, and variables move those of the home folder. */
export function absolutePaths(paths: string[], { project, home, env }: Surroundings): string[] {
  return paths.map((path) => (isAbsolute(path) ? movedPath(path, home, env) : join(project, path)));
}

/**
 * Reads a file that the user named, as the client whose documented path it has, else as the first client
 * that finds servers in it.
 * @throws UserError when it cannot be read or lists no server in any known form
 */
export function openConfiguration(
  clients: readonly Client[],
  file: string,
  where: Surroundings,
): Configuration {
  const path = resolve(file);
  const byPath = clients.filter((client) =>
    absolutePaths(client.configPaths(where.platform, where.home), where).some((known) =>
      sameEnding(known, path),
    ),
  );
  for (const client of new Set([...byPath, ...clients])) {
    try {
      const configuration = readConfiguration(client, path);
      if (configuration.servers.length > 0) return configuration;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  throw new UserError(`${plain(file)}: ${whyUnusable(path)}`);
}

function whyUnusable(path: string): string {
  try {
    readClientFile(path, readText(path));
  } catch (error) {
    if (error instanceof SyntaxError) return plain(error.message);
    throw error;
  }
  return 'it lists no MCP server in the form of any known client';
}

function readConfiguration(client: Client, path: string): Configuration {
  const text = readText(path);
  return { client, path, text, servers: client.readServers(text) };
}

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > largestBytes) throw new UserError(`${plain(path)} is larger than 32 MB`);
    return withoutByteOrderMark(readFileSync(path, 'utf8'));
  } catch (error) {
    throw fileError('read', path, error);
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The last two parts are the same: `.cursor/mcp.json` of any folder is Cursor's. */
function sameEnding(known: string, path: string): boolean {
  const ending = (text: string) => text.split(/[\\/]/).slice(-2).join('/').toLowerCase();
  return ending(known) === ending(path);
}
