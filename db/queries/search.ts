import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Classification } from '../../classifier/classification.ts';
import { escapeText } from '../columns.ts';
import type { Database } from '../connect.ts';
import { classifications, definitions, servers, tools } from '../schema.ts';

export interface FoundTool {
  serverId: string;
  name: string;
  description: string;
  classification: Classification | null;
}

/**
 * Current tools in whose name, server, or a description or title of whose definition every word stands, in any case.
 * Those that have most words in their name come first, then those that have them in their own description; no words find
 * nothing. Reads the whole catalog: made for a person, not for a service.
 */
export async function searchTools(
  db: Database,
  words: readonly string[],
  classifierVersion: string,
  limit: number,
): Promise<FoundTool[]> {
  const sought = words.filter((word) => word.trim() !== '');
  if (sought.length === 0) return [];
  const patterns = sought.map((word) => `%${escapeText(word).replace(/[\\%_]/g, '\\$&')}%`);
  const everywhere = sought.map((word, index) => {
    const pattern = patterns[index];
    return sql`(${tools.name} ilike ${pattern} or ${servers.id} ilike ${pattern} or ${definitions.json} ~* ${inText(word)})`;
  });
  const count = (tests: SQL[]) =>
    sql.join(
      tests.map((test) => sql`(${test})::int`),
      sql` + `,
    );
  const inName = count(patterns.map((pattern) => sql`${tools.name} ilike ${pattern}`));
  const inOwn = count(sought.map((word) => sql`${definitions.json} ~* ${inOwnText(word)}`));
  const rows = await db
    .select({
      serverId: tools.serverId,
      name: tools.name,
      json: definitions.json,
      classification: classifications.classification,
    })
    .from(tools)
    .innerJoin(servers, eq(servers.id, tools.serverId))
    .innerJoin(definitions, eq(definitions.hash, tools.definitionHash))
    .leftJoin(
      classifications,
      and(
        eq(classifications.definitionHash, tools.definitionHash),
        eq(classifications.classifierVersion, classifierVersion),
      ),
    )
    .where(and(eq(tools.current, true), ...everywhere))
    .orderBy(sql`${inName} desc`, sql`${inOwn} desc`, asc(tools.serverId), asc(tools.name))
    .limit(limit);
  return rows.map(({ json, ...row }) => ({ ...row, description: descriptionOf(json) }));
}

/** A regular expression of Postgres: the word within a text that is meant to be read, not in a key of the JSON. */
function inText(word: string): string {
  return `"(?:description|title)":${textWith(word)}`;
}

/** The same within the first description: a parameter's stands behind it in canonical JSON. */
function inOwnText(word: string): string {
  return `^(?:(?!"description":).)*"description":${textWith(word)}`;
}

function textWith(word: string): string {
  const written = escapeText(JSON.stringify(word).slice(1, -1));
  return `"(?:[^"\\\\]|\\\\.)*${written.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`;
}

function descriptionOf(json: string): string {
  const { description } = JSON.parse(json) as { description?: unknown };
  return typeof description === 'string' ? description : '';
}
