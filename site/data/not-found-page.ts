import type { PageBase } from './page.ts';

export interface NotFoundPage extends PageBase {
  kind: 'not-found';
}

export const notFoundPage: NotFoundPage = {
  kind: 'not-found',
  path: '404.html',
  title: 'Not found',
  description: 'There is no such page.',
};
