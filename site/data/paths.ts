import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const longest = 100;
const simple = /^[a-z0-9@_][a-z0-9._-]*(?:\/[a-z0-9_][a-z0-9._-]*)*$/i;
/** Device names that Windows refuses as a file name, with or without an extension. */
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** What our own files end in: a folder of that name would collide with one of them. */
const ownExtension = /\.(?:json|md|svg|html|txt|xml|gz|css|js)$/i;

/**
 * One path segment for any name: safe as a file name on every system and in a URL without escaping,
 * and never the same for two names, letter case ignored.
 *
 * `delete_issue` and `io.github.owner/name` (`io.github.owner~name`) stay as they are. Capitals add which
 * letters they are (bit field, hex): `getIssue~~8`. Any other name keeps its readable letters and adds
 * 128 bits of its SHA-256.
 */
export function slug(name: string): string {
  if (!isPlain(name)) return `${readable(name)}~~~${digest(name)}`;
  const path = name.replaceAll('/', '~');
  const capitals = capitalBits(name);
  return capitals === 0n ? path : `${path}~~${capitals.toString(16)}`;
}

function isPlain(name: string): boolean {
  if (name.length > longest || !simple.test(name) || ownExtension.test(name)) return false;
  return name.split('/').every((part) => !reservedOnWindows.test(part) && !part.endsWith('.'));
}

function capitalBits(name: string): bigint {
  let bits = 0n;
  for (const [index, letter] of [...name].entries()) {
    if (letter >= 'A' && letter <= 'Z') bits |= 1n << BigInt(index);
  }
  return bits;
}

function readable(name: string): string {
  const letters = name
    .slice(0, 400)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return letters.slice(0, 40).replace(/^-+|-+$/g, '') || 'x';
}

function digest(name: string): string {
  // JSON, because UTF-8 would make all lone surrogates the same.
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(name)))).slice(0, 32);
}

/** Paths from the root of the site, without the leading slash. Pages end in a slash. */
export const paths = {
  home: '',
  server: (id: string) => `servers/${slug(id)}/`,
  serverTwin: (id: string, extension: 'json' | 'md') => `servers/${slug(id)}.${extension}`,
  tool: (server: string, tool: string) => `tools/${slug(server)}/${slug(tool)}/`,
  toolTwin: (server: string, tool: string, extension: 'json' | 'md') =>
    `tools/${slug(server)}/${slug(tool)}.${extension}`,
  policy: (server: string) => `policies/${slug(server)}.policy.json`,
  toolBadge: (server: string, tool: string) => `badges/${slug(server)}/${slug(tool)}.svg`,
  serverBadge: (server: string) => `badges/${slug(server)}.svg`,
  servers: (page: number) => (page === 1 ? 'servers/' : `lists/servers/${page}/`),
} as const;

/** The file a static server answers a path with. */
export function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
