import { escapeXml } from './xml.ts';

/** The protocol's limit for one file (sitemaps.org). */
const mostAddresses = 50_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `sitemap.xml` (an index) and its parts, by path. `pages` are paths from the root of the site. */
export function sitemap(pages: string[], url: string): Map<string, string> {
  const files = new Map<string, string>();
  const parts: string[] = [];
  for (let start = 0; start < pages.length; start += mostAddresses) {
    const name = `sitemaps/pages-${parts.length + 1}.xml`;
    const addresses = pages
      .slice(start, start + mostAddresses)
      .map((path) => locate('url', url + path));
    files.set(name, document('urlset', addresses));
    parts.push(locate('sitemap', url + name));
  }
  return files.set('sitemap.xml', document('sitemapindex', parts));
}

function document(root: string, items: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${items.join('\n')}\n</${root}>\n`;
}

function locate(element: string, address: string): string {
  return `<${element}><loc>${escapeXml(address)}</loc></${element}>`;
}
