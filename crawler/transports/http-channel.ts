import type { JsonObject } from '../../classifier/definition.ts';
import type { GuardedResponse } from '../guard/guarded-response.ts';
import type { Visit } from '../guard/visit.ts';
import { isObject } from './json-rpc.ts';

export interface HttpTarget {
  url: string;
  headers: Record<string, string>;
}

/** Where messages are posted to, with the headers that make a session of them. */
export interface HttpChannel {
  post(message: JsonObject, ended: AbortSignal): Promise<GuardedResponse>;
  setProtocolVersion(version: string): void;
  /** Says goodbye to a server that opened a session. Never throws. */
  close(): Promise<void>;
}

const versionKey = 'io.modelcontextprotocol/protocolVersion';
const goodbyeMs = 2_000;

/** The session is the one that the answer to `initialize` names. */
export function openChannel(
  { url, headers }: HttpTarget,
  visit: Visit,
  signal: AbortSignal,
): HttpChannel {
  let sessionId: string | undefined;
  let negotiated: string | undefined;

  async function post(message: JsonObject, ended: AbortSignal): Promise<GuardedResponse> {
    const response = await visit.fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        ...protocolHeaders(message, sessionId, negotiated),
      },
      body: JSON.stringify(message),
      signal: ended,
    });
    if (message.method === 'initialize') sessionId = readSessionId(response) ?? sessionId;
    return response;
  }

  async function close(): Promise<void> {
    if (sessionId === undefined || signal.aborted) return;
    const goodbye = visit.fetch(url, {
      method: 'DELETE',
      headers: { ...headers, ...protocolHeaders({}, sessionId, negotiated) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(goodbyeMs)]),
    });
    sessionId = undefined;
    await goodbye.then(
      (response) => response.cancel(),
      () => {},
    );
  }

  function setProtocolVersion(version: string): void {
    negotiated = version;
  }

  return { post, setProtocolVersion, close };
}

/** A message of the newer era says its version itself; an older one goes by what was negotiated. */
function protocolHeaders(
  { method, params }: JsonObject,
  sessionId: string | undefined,
  negotiated: string | undefined,
): Record<string, string> {
  const meta = isObject(params) && isObject(params._meta) ? params._meta : {};
  const version = meta[versionKey];
  if (typeof version === 'string' && typeof method === 'string') {
    // `Mcp-Name` belongs to calls and reads, which are never sent.
    return { 'mcp-protocol-version': version, 'mcp-method': method };
  }
  return {
    ...(sessionId === undefined ? {} : { 'mcp-session-id': sessionId }),
    ...(negotiated === undefined || method === 'initialize'
      ? {}
      : { 'mcp-protocol-version': negotiated }),
  };
}

/** Only what the specification allows in one: it is sent back as a header. */
function readSessionId(response: GuardedResponse): string | undefined {
  const id = response.header('mcp-session-id');
  return id !== null && /^[\x21-\x7e]{1,1024}$/.test(id) ? id : undefined;
}
