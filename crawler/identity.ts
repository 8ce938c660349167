/** How this program introduces itself to servers and hosts; the version is that of package.json. */
export const identity = { name: 'mcp-risk', version: '0.1.0' } as const;

/**
 * Says who asks and why. `contact` is a URL or mail address of whoever runs the crawl, so that an
 * operator can complain or opt out. Characters that no header may hold are dropped.
 */
export function userAgent(contact?: string): string {
  const where =
    contact?.replace(/[^\x21-\x7e]|[()\\]/g, '') || `docs/CRAWLER.md of ${identity.name}`;
  return `${identity.name}/${identity.version} (lists the tools of MCP servers, calls none; ${where})`;
}
