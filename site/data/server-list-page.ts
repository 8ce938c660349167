import type { Risk } from '../../classifier/taxonomy.ts';
import type { PageBase } from './page.ts';
import { paths } from './paths.ts';

/** A server as one row of a list. */
export interface ServerRow {
  id: string;
  path: string;
  registry: string;
  version: string | null;
  /** Null: never listed. */
  tools: number | null;
  risk: Risk | null;
  /** End of the last crawl; null: never crawled. */
  lastKind: 'listed' | 'auth-required' | 'failed' | 'skipped' | null;
}

export interface ServerListPage extends PageBase {
  kind: 'server-list';
  rows: ServerRow[];
  number: number;
  previous: string | null;
  next: string | null;
}

const rowsOnPage = 200;

/** The pages of the list of all servers, by id. */
export function serverListPages(rows: ServerRow[]): ServerListPage[] {
  const last = Math.max(1, Math.ceil(rows.length / rowsOnPage));
  return Array.from({ length: last }, (_, index) => ({
    kind: 'server-list',
    path: paths.servers(index + 1),
    title: index === 0 ? 'Servers' : `Servers, page ${index + 1}`,
    description: 'Every MCP server of the catalog, by name, with its worst risk.',
    rows: rows.slice(index * rowsOnPage, (index + 1) * rowsOnPage),
    number: index + 1,
    previous: index > 0 ? paths.servers(index) : null,
    next: index + 1 < last ? paths.servers(index + 2) : null,
  }));
}
