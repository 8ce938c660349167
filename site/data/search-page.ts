import type { PageBase } from './page.ts';

export interface SearchPage extends PageBase {
  kind: 'search';
  /** Into how many files the words of the index are spread. */
  shards: number;
}

export function searchPage(shards: number): SearchPage {
  return {
    kind: 'search',
    path: 'search/',
    title: 'Search',
    description: 'Find an MCP tool by the words of its name, server or description.',
    shards,
  };
}
