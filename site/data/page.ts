import type { AttackIndexPage, AttackPage } from './attack-page.ts';
import type { HomePage } from './home-page.ts';
import type { NotFoundPage } from './not-found-page.ts';
import type { SearchPage } from './search-page.ts';
import type { ServerListPage } from './server-list-page.ts';
import type { ServerPage } from './server-page.ts';
import type { SignalIndexPage, SignalPage } from './signal-page.ts';
import type { TextPage } from './text-page.ts';
import type { ListIndexPage, ToolListPage } from './tool-list-page.ts';
import type { ToolPage } from './tool-page.ts';

/** What every page has. */
export interface PageBase {
  /** From the root of the site, without the leading slash. */
  path: string;
  title: string;
  /** One sentence for search engines and previews. */
  description: string;
}

export type Page =
  | AttackIndexPage
  | AttackPage
  | HomePage
  | ListIndexPage
  | NotFoundPage
  | SearchPage
  | ServerListPage
  | ServerPage
  | SignalIndexPage
  | SignalPage
  | TextPage
  | ToolListPage
  | ToolPage;

/** What the whole site is built with. */
export interface Site {
  /** Path the site lives under: `/` or `/catalog/`. */
  base: string;
  /** Absolute address of the site, ending in a slash; null where it is not known. */
  url: string | null;
  /** Where corrections are proposed; `{title}` and `{body}` are filled in. Null: no link. */
  corrections: string | null;
}

/** The page of a route, or an error where another kind was given. */
export function pageOf<K extends Page['kind']>(
  locals: { page: Page },
  kind: K,
): Extract<Page, { kind: K }> {
  if (locals.page.kind !== kind) throw new TypeError(`a ${locals.page.kind} page, not ${kind}`);
  return locals.page as Extract<Page, { kind: K }>;
}
