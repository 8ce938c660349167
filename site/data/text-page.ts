import type { PageBase } from './page.ts';

/** A page whose text stands in its `.astro` file or in docs/. */
export interface TextPage extends PageBase {
  kind: 'text';
}

export const textPages: TextPage[] = [
  {
    kind: 'text',
    path: 'methodology/',
    title: 'Methodology',
    description: 'What the labels mean, how they are made, and how often they are right.',
  },
  {
    kind: 'text',
    path: 'about/',
    title: 'About, crawler and opt-out',
    description: 'What this catalog is, how its crawler behaves, and how to be left out.',
  },
  {
    kind: 'text',
    path: 'api/',
    title: 'API',
    description:
      'Every page as a file for programs: JSON, Markdown, policies, feeds and bulk data.',
  },
  {
    kind: 'text',
    path: 'policy-builder/',
    title: 'Policy builder',
    description:
      'Paste the configuration of your MCP client and get the permissions file for it, in the browser.',
  },
];
