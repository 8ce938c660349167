import type { JsonObject, ToolDefinition } from '../classifier/definition.ts';

/** A list item that is no tool definition; the rest of its list is kept. */
export interface MalformedTool {
  /** Position in the whole list, from 0. */
  index: number;
  reason: string;
}

/** Which code answered: set wherever a package was run. */
export interface Provenance {
  target: string;
  package?: string;
  version?: string;
  /** Subresource integrity of the tarball that was installed. */
  integrity?: string;
  /** Options for docker, npx or uvx that its registry names and it was run without. */
  leftOut?: string[];
}

interface Crawled {
  serverId: string;
  /** ISO 8601, UTC. */
  at: string;
  durationMs: number;
  provenance?: Provenance;
  /** Until when a host asked to be left alone (`Retry-After`): of this target or of one tried before. ISO 8601, UTC. */
  retryAt?: string;
  /** Which host it was, also where a redirect or a bundle led to it: the hostname of its URL. */
  retryHost?: string;
}

export interface Listed extends Crawled {
  kind: 'listed';
  tools: ToolDefinition[];
  malformed: MalformedTool[];
  protocolVersion: string;
  serverInfo: JsonObject;
  instructions?: string;
  promptCount?: number;
  resourceCount?: number;
  /** For how long the server lets its list be kept, from 1: of all pages the shortest. Its own word. */
  ttlMs?: number;
}

/** The server wants a login before it lists its tools. */
export interface AuthRequired extends Crawled {
  kind: 'auth-required';
  how: string;
}

export type FailedStep = 'resolve' | 'install' | 'start' | 'connect' | 'initialize' | 'list';

/** We looked and could not tell; says nothing about the tools. */
export interface Failed extends Crawled {
  kind: 'failed';
  step: FailedStep;
  message: string;
}

/** We did not look. */
export interface Skipped extends Crawled {
  kind: 'skipped';
  reason: string;
}

/** Every end of a crawl. Only `listed` may add, change or retire tools. */
export type CrawlOutcome = Listed | AuthRequired | Failed | Skipped;
