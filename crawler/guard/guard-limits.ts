/** What one visit may cost us, and what we may cost one host. docs/CRAWLER.md lists them. */
export interface GuardLimits {
  redirects: number;
  /** All headers of one answer. */
  headerBytes: number;
  /** Finding the addresses of a name. */
  resolveMs: number;
  /** One TCP and TLS handshake. */
  connectMs: number;
  /** Addresses of one name that are tried. */
  addresses: number;
  /** Servers of one host that are visited at the same time. */
  hostVisits: number;
  /** Longest wait for a place at a host; the visit is put off after that. */
  hostWaitMs: number;
  /** Least time between the starts of two requests to one host. */
  hostDelayMs: number;
  /** A `Retry-After` up to this is waited for; a longer one ends the visit. */
  shortWaitMs: number;
  /** No host is left alone for longer than this, whatever it says. */
  longestWaitMs: number;
  /** Assumed when a host answers 429 and names no time. */
  assumedWaitMs: number;
  robotsBytes: number;
  robotsMs: number;
  /** How long a robots.txt is remembered, up to which size, and of how many origins. */
  robotsKeptMs: number;
  robotsKeptBytes: number;
  robotsKept: number;
}

const hour = 3_600_000;

export const defaultGuardLimits: GuardLimits = {
  redirects: 5,
  headerBytes: 32 * 1024,
  resolveMs: 10_000,
  connectMs: 10_000,
  addresses: 4,
  hostVisits: 2,
  hostWaitMs: 240_000,
  hostDelayMs: 100,
  shortWaitMs: 5_000,
  longestWaitMs: 24 * hour,
  assumedWaitMs: 60_000,
  // RFC 9309, 2.5: at least 500 kibibytes are parsed.
  robotsBytes: 512 * 1024,
  robotsMs: 10_000,
  robotsKeptMs: 24 * hour,
  robotsKeptBytes: 16 * 1024,
  robotsKept: 1_000,
};
