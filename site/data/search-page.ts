import type { PageBase } from './page.ts';

export interface SearchPage extends PageBase {
  kind: 'search';
}

export const searchPage: SearchPage = {
  kind: 'search',
  path: 'search/',
  title: 'Search',
  description: 'Find an MCP tool by the words of its name, server or description.',
};
