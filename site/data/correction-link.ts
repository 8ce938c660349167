import type { Site } from './page.ts';

/** A link that opens a prefilled correction; null where the site has no place for them. */
export function correctionLink(
  site: Site,
  { title, body }: { title: string; body: string },
): string | null {
  if (site.corrections === null) return null;
  return site.corrections
    .replaceAll('{title}', encodeURIComponent(title.toWellFormed()))
    .replaceAll('{body}', encodeURIComponent(body.toWellFormed()));
}
