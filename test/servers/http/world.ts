import { type CrawlContext, crawlContext } from '../../../crawler/crawl-context.ts';
import { createGuard, type GuardOptions } from '../../../crawler/guard/guard.ts';
import { defaultLimits, type Limits } from '../../../crawler/limits.ts';
import type { ServerEntry } from '../../../crawler/server-entry.ts';
import {
  type Handler,
  loopbackDial,
  publicAddress,
  startLoopback,
  withRobots,
} from './loopback.ts';

export interface World {
  /** For `crawlServer`: its guard resolves every name to a public address and dials loopback. */
  context: CrawlContext;
  /** Addresses that would have been connected to. */
  dialled: string[];
  port: number;
  close(): Promise<void>;
}

export interface WorldOptions {
  limits?: Partial<Limits>;
  guard?: GuardOptions;
}

/** A network of its own on loopback: host names, their servers and nothing else. */
export async function startWorld(
  hosts: Record<string, Handler> | ((hostname: string) => Handler | undefined),
  { limits, guard }: WorldOptions = {},
): Promise<World> {
  const find = typeof hosts === 'function' ? hosts : (hostname: string) => hosts[hostname];
  const loopback = await startLoopback((hostname) => {
    const handler = find(hostname);
    return handler && withRobots(handler);
  });
  const dial = loopbackDial(loopback.port);
  return {
    context: crawlContext({
      cacheDir: '/nonexistent',
      sandbox: undefined,
      limits: { ...defaultLimits, ...limits },
      guard: createGuard({ resolve: async () => [publicAddress], dial, ...guard }),
    }),
    dialled: dial.dialled,
    port: loopback.port,
    close: loopback.close,
  };
}

export function remoteEntry(
  url: string,
  type: 'streamable-http' | 'sse' = 'streamable-http',
): ServerEntry {
  return { id: url, registry: 'official', status: 'active', targets: [{ type, url, headers: {} }] };
}
