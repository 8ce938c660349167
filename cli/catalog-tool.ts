import { classifierVersion } from '../classifier/version.ts';
import { readServers, type ServerRecord, type ToolRecord } from '../db/queries/pages.ts';
import type { ClassifiedTool } from '../policy/recommend.ts';
import { nearNames } from './near-names.ts';
import { shellWord } from './shell-word.ts';
import type { OpenStore } from './store.ts';
import { plain } from './terminal.ts';
import { unknownServer } from './unknown-server.ts';
import { UserError } from './user-error.ts';

/** A server of the store with its tools, past ones too. @throws UserError */
export async function catalogServer({ db }: OpenStore, id: string): Promise<ServerRecord> {
  const [record] = await readServers(db, [id], classifierVersion);
  if (record) return record;
  throw await unknownServer(db, id);
}

/** The tool as the server offers it now, else as it last did. @throws UserError */
export function catalogTool(record: ServerRecord, name: string): ToolRecord {
  const spans = record.tools.filter((tool) => tool.name === name);
  const tool = spans.find(({ current }) => current) ?? spans.at(-1);
  if (tool) return tool;
  const known = record.tools.filter(({ current }) => current).map((other) => other.name);
  throw new UserError(
    `${plain(record.server.id)} has no tool named "${plain(name)}"; ${toolHint(name, known)}`,
  );
}

/** More names than this are no hint. */
const mostNamed = 12;

function toolHint(name: string, known: string[]): string {
  if (known.length === 0) return 'its tools are unknown';
  const near = nearNames(name, known);
  if (near.length > 0) return `near: ${listed(near)}`;
  return `it offers: ${listed(known.slice(0, mostNamed))}${known.length > mostNamed ? ', …' : ''}`;
}

function listed(names: string[]): string {
  return names.map((name) => plain(name, 60)).join(', ');
}

/**
 * What a server offers now, with the labels of the store: what a policy is made of.
 * @throws UserError where it was never listed: a policy without rules would say that it offers nothing
 */
export function judgedTools({ server, tools }: ServerRecord): ClassifiedTool[] {
  if (server.lastListedAt === null) {
    const id = plain(server.id);
    throw new UserError(`the tools of ${id} are unknown: mcp-risk crawl ${shellWord(server.id)}`);
  }
  return tools
    .filter(({ current }) => current)
    .map(({ definition, classification }) =>
      classification ? { definition, classification } : { definition },
    );
}
