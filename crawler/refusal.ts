import { findLoginWall } from './login-wall.ts';
import { CrawlEnded, type RpcError } from './transports/transport.ts';

/** What a JSON-RPC error means that the server gave for a request it cannot do without. */
export function refusal(step: 'initialize' | 'list', method: string, error: RpcError): CrawlEnded {
  const how = findLoginWall(error.message);
  if (how) return new CrawlEnded({ kind: 'auth-required', how }, { cause: error });
  const message = `${method} was refused: ${error.message}`;
  return new CrawlEnded({ kind: 'failed', step, message }, { cause: error });
}
