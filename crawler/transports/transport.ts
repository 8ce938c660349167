import type { JsonObject } from '../../classifier/definition.ts';
import type { Limits } from '../limits.ts';
import type { AuthRequired, Failed, Skipped } from '../outcome.ts';

/** Why a crawl ended without a list: the part of an outcome that says so. */
export type CrawlEnd =
  | Pick<AuthRequired, 'kind' | 'how'>
  | Pick<Failed, 'kind' | 'step' | 'message' | 'retryAt' | 'retryHost'>
  | Pick<Skipped, 'kind' | 'reason'>;

/** A fact about the outside that ends the crawl of this target. */
export class CrawlEnded extends Error {
  override name = 'CrawlEnded';
  readonly end: CrawlEnd;

  constructor(end: CrawlEnd, options?: ErrorOptions) {
    super(end.kind === 'failed' ? end.message : end.kind, options);
    this.end = end;
  }
}

/** The server answered a request with a JSON-RPC error. `message` is the server's own text: hostile. */
export class RpcError extends Error {
  override name = 'RpcError';
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/**
 * Carries JSON-RPC messages to one server and back, within the limits it was opened with.
 * It knows nothing of protocol eras; an HTTP wire reads its headers (`Mcp-Method`,
 * `MCP-Protocol-Version`) off the message it sends. `openSession` (session.ts) makes a session of it.
 */
export interface Wire {
  /**
   * Sends one request and resolves with the `result` of its answer.
   * @throws {RpcError} when the answer is a JSON-RPC error
   * @throws {CrawlEnded} when no answer can come any more (exit, limit, broken connection, login wall)
   */
  request(method: string, params: JsonObject): Promise<JsonObject>;
  notify(method: string, params: JsonObject): Promise<void>;
  /** Called once the era is known, before the next message (legacy HTTP sends it as a header). */
  setProtocolVersion?(version: string): void;
  /** Ends everything the wire started. Never throws, may be called twice. */
  close(): Promise<void>;
}

/** A server that has introduced itself, in either era. */
export interface Session {
  protocolVersion: string;
  serverInfo: JsonObject;
  capabilities: JsonObject;
  instructions?: string;
  /** Like `Wire.request`, with what the era needs in every message. Never used for `tools/call`. */
  request(method: string, params: JsonObject): Promise<JsonObject>;
  close(): Promise<void>;
}

/** What every `connect…(target, context): Promise<Session>` gets. */
export interface TransportContext {
  limits: Limits;
  /** Aborted when the crawl's time is up or the caller gave up; a connect then throws `CrawlEnded`. */
  signal: AbortSignal;
  /** The protocol version this server spoke last time. */
  protocolHint?: string;
}
