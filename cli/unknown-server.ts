import { userRegistry } from '../crawler/registries/user-list.ts';
import type { Database } from '../db/connect.ts';
import { serverIds } from '../db/queries/servers.ts';
import { bundledServers } from './bundled-servers.ts';
import { nearNames } from './near-names.ts';
import { shellWord } from './shell-word.ts';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** Says that the store has no server of this name, which ones are near, and what brings it there. */
export async function unknownServer(db: Database, name: string): Promise<UserError> {
  const near = nearNames(name, await serverIds(db)).map((id) => plain(id, 200));
  return new UserError(
    [
      `no server named "${plain(name, 200)}" in the store`,
      near.length > 0 ? `near: ${near.join(', ')}` : 'mcp-risk search WORDS finds names',
      await wayIntoStore(name),
    ].join('; '),
  );
}

async function wayIntoStore(name: string): Promise<string> {
  if ((await bundledServers()).some(({ id }) => id === name)) {
    return `the bundled index has it: mcp-risk sync, then mcp-risk crawl ${shellWord(name)}`;
  }
  if (isRegistryName(name)) {
    return `the official registry may have it: mcp-risk sync --registry official, then mcp-risk crawl ${shellWord(name)}`;
  }
  const prefix = `${userRegistry}/`;
  const id = shellWord(name.startsWith(prefix) ? name : `${prefix}${name}`);
  return (
    'for a server of your own configuration FILE, mcp-risk scan FILE shows its tools, ' +
    `and mcp-risk sync --registry FILE, then mcp-risk crawl ${id}, bring it into the store under that name`
  );
}

/** Names of the official registry begin with a domain, the last part first. */
function isRegistryName(name: string): boolean {
  return /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+\/[\w.-]+$/i.test(name);
}
