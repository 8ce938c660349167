import type { ServerEntry } from '../server-entry.ts';

/** An item that is no server; the rest of its page is kept. */
export interface MalformedEntry {
  /** JSON Pointer of the item, with the line where its text is known: `line 3, /mcpServers/x`. */
  where: string;
  reason: string;
}

export interface RegistryPage {
  entries: ServerEntry[];
  malformed: MalformedEntry[];
  /** Where the next page begins; store it with the entries. Undefined on the last page. */
  cursor: string | undefined;
}

export interface SyncOptions {
  /** Goes on where an interrupted sync stopped. */
  cursor?: string;
  /** ISO 8601: only what changed since, for registries that can say so. */
  updatedSince?: string;
  signal: AbortSignal;
}

/** Somewhere servers are listed. */
export interface Registry {
  /** Stored with each entry; never changes. */
  id: string;
  /** @throws {RegistryError} when the registry stops to answer; what was yielded stays true */
  sync(options: SyncOptions): AsyncIterable<RegistryPage>;
}

/** The registry could not be read to its end. Nothing may be concluded from what is missing. */
export class RegistryError extends Error {
  override name = 'RegistryError';
  /** Asking again soon may help. */
  readonly isPassing: boolean;

  constructor(message: string, options: ErrorOptions & { isPassing?: boolean } = {}) {
    super(message, options);
    this.isPassing = options.isPassing ?? false;
  }
}
