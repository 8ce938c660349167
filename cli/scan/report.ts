import type { Classification, Warning } from '../../classifier/classification.ts';
import type { ExfiltrationPath } from '../../classifier/combinations.ts';
import type { Risk } from '../../classifier/taxonomy.ts';
import type { MalformedTool } from '../../crawler/outcome.ts';
import type { Today } from '../../policy/client.ts';
import type { Rule } from '../../policy/policy.ts';

/** Where in a person's files something stands; line and column from 1. */
export interface Place {
  client: string;
  path: string;
  line: number;
  column: number;
}

export interface ScannedTool {
  name: string;
  classification: Classification;
  recommended: Rule;
  /** What the client does with a call today, as far as its files say so; null: it has no such files. */
  today: Today | null;
}

/** How a server was looked at; anything but `listed` says nothing about its tools. */
export interface Inspection {
  kind: 'listed' | 'auth-required' | 'failed' | 'skipped';
  /** Why it is not listed; for a catalog entry: what of whom was listed when. */
  detail: string;
  source: 'live' | 'catalog';
  /** What the server listed beside its tools and is no definition, so that nothing is known of it; the catalog keeps none. */
  malformed?: MalformedTool[];
}

export interface ScannedServer {
  alias: string;
  place: Place;
  /** The only folder in which the client starts it; in every one where there is none. */
  project?: string;
  inspection: Inspection;
  tools: ScannedTool[];
  /** Of the server as a whole: its instructions, a version that is not pinned, names that shadow another server's. */
  warnings: Warning[];
}

/** One thing to act on. `id` stays the same while the thing does: what a baseline compares. */
export interface Finding {
  id: string;
  rule: string;
  /** `unknown` where nothing could be looked at: no level of risk, and never harmless. */
  severity: Risk | 'unknown';
  /** Begins with the server's alias: code scanning shows it alone. */
  message: string;
  place: Place;
  server: string;
  tool?: string;
  /** Not in the baseline. */
  isNew: boolean;
}

/** A path over the servers of one client. */
export interface ClientPath extends ExfiltrationPath {
  client: string;
  /** The folder to which one of the three servers is bound. */
  project?: string;
  /** Where the server of `sends` is configured. */
  place: Place;
  /** Hashes of the three definitions, in the order of the path. */
  definitions: string[];
}

export interface ScanReport {
  schemaVersion: '1.0';
  classifierVersion: string;
  /** ISO 8601, UTC. */
  at: string;
  servers: ScannedServer[];
  exfiltrationPaths: ClientPath[];
  unreadable: { path: string; reason: string }[];
  findings: Finding[];
}
