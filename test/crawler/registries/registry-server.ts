import { readFileSync } from 'node:fs';
import { createGuard } from '../../../crawler/guard/guard.ts';
import { officialRegistry } from '../../../crawler/registries/official.ts';
import type { RegistryPage } from '../../../crawler/registries/registry.ts';
import { loopbackDial, publicAddress, startLoopback } from '../../servers/http/loopback.ts';
import { sendJson } from '../../servers/http/mcp-server.ts';

/** What a registry answers to a query, of which it got `count` before. */
export type Replies = (query: URLSearchParams, count: number) => [status: number, body: string];

export interface RegistryServer {
  /** Every query so far. */
  queries: URLSearchParams[];
  open(host: string): ReturnType<typeof officialRegistry>;
  /** At most so many pages of a registry, from the cursor on. */
  readAll(host: string, most?: number, cursor?: string): Promise<RegistryPage[]>;
  close(): Promise<void>;
}

/** A server on loopback that is each of these registries under its name with `.test`. */
export async function startRegistries(
  registries: Record<string, Replies>,
): Promise<RegistryServer> {
  const queries: URLSearchParams[] = [];
  const counts = new Map<string, number>();
  const loopback = await startLoopback((hostname) => (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', `http://${hostname}`);
    const replies = registries[hostname.replace(/\.test$/, '')];
    if (pathname !== '/v0.1/servers' || !replies) {
      sendJson(response, 404, {});
      return;
    }
    queries.push(searchParams);
    const count = counts.get(hostname) ?? 0;
    counts.set(hostname, count + 1);
    const [status, body] = replies(searchParams, count);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });

  function open(host: string): ReturnType<typeof officialRegistry> {
    const guard = createGuard({
      resolve: async () => [publicAddress],
      dial: loopbackDial(loopback.port),
      limits: { hostDelayMs: 0 },
    });
    return officialRegistry({ guard, baseUrl: `http://${host}.test`, patienceMs: [1, 1] });
  }

  async function readAll(host: string, most = 100, cursor?: string): Promise<RegistryPage[]> {
    const { signal } = new AbortController();
    const pages: RegistryPage[] = [];
    const options = { signal, ...(cursor === undefined ? {} : { cursor }) };
    for await (const read of open(host).sync(options)) {
      pages.push(read);
      if (pages.length === most) break;
    }
    return pages;
  }

  return { queries, open, readAll, close: () => loopback.close() };
}

/** An answer that was recorded in `answers/`. */
export function replay(name: string): string {
  return readFileSync(new URL(`./answers/${name}.json`, import.meta.url), 'utf8');
}
