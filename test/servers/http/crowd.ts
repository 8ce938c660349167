import { crawlAll } from '../../../crawler/crawl-all.ts';
import { crawlContext } from '../../../crawler/crawl-context.ts';
import { createGuard } from '../../../crawler/guard/guard.ts';
import { defaultLimits } from '../../../crawler/limits.ts';
import type { CrawlOutcome } from '../../../crawler/outcome.ts';
import type { ServerEntry } from '../../../crawler/server-entry.ts';
import { type Handler, loopbackDial, publicAddress, withRobots } from './loopback.ts';
import { mcpServer } from './mcp-server.ts';
import { remoteEntry } from './world.ts';

const deadAddress = '93.184.215.99';

const tools = Array.from({ length: 7 }, (_, index) => ({
  name: `tool_${index}`,
  description: 'Reads one record and returns it. '.repeat(5),
  inputSchema: { type: 'object', properties: { id: { type: 'string' } } },
}));

const silent: Handler = () => {};

const slow: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 200);
  response.on('close', () => clearInterval(timer));
};

const page: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello</p>');
};

interface Kind {
  /** Hosts of a hundred. */
  share: number;
  handler: Handler;
  ends: CrawlOutcome['kind'];
}

/** What a hundred servers are like: twenty of them hang, are dead, slow or malformed. */
const kinds: Record<string, Kind> = {
  modern: { share: 30, handler: mcpServer({ eras: ['modern'], tools }), ends: 'listed' },
  stream: {
    share: 20,
    handler: mcpServer({ eras: ['modern'], tools, streams: true }),
    ends: 'listed',
  },
  legacy: { share: 25, handler: mcpServer({ eras: ['legacy'], tools }), ends: 'listed' },
  login: {
    share: 5,
    handler: (_request, response) => {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    },
    ends: 'auth-required',
  },
  silent: { share: 4, handler: silent, ends: 'failed' },
  dead: { share: 6, handler: page, ends: 'failed' },
  slow: { share: 4, handler: slow, ends: 'failed' },
  malformed: { share: 6, handler: page, ends: 'failed' },
};

const cycle = Object.entries(kinds).flatMap(([kind, { share }]) => Array<string>(share).fill(kind));

/** Every host of the crowd, `<kind>-<number>.test`, on one loopback server. */
export function crowdHandler(hostname: string): Handler | undefined {
  const handler = kinds[hostname.split('-')[0] ?? '']?.handler;
  return handler && withRobots(handler);
}

function* crowd(size: number): Generator<ServerEntry> {
  for (let index = 0; index < size; index += 1) {
    // 37 has no factor in common with 100: the kinds come mixed.
    yield remoteEntry(`http://${cycle[(index * 37) % 100]}-${index}.test/mcp`);
  }
}

function kindOf(url: string): string {
  return new URL(url).hostname.split('-')[0] ?? '';
}

export interface CrowdRun {
  size: number;
  port: number;
  concurrency: number;
  /** Silence and slowness are borne for so long. */
  patienceMs: number;
  onOutcome?: (count: number) => void;
}

/** Crawls a crowd and returns, by kind of server and end, how many ended so, and what surprised. */
export async function crawlCrowd({ size, port, concurrency, patienceMs, onOutcome }: CrowdRun) {
  const alive = loopbackDial(port);
  const dead = loopbackDial(1);
  const guard = createGuard({
    resolve: async (hostname) => [hostname.startsWith('dead-') ? deadAddress : publicAddress],
    dial: (request) => (request.address === deadAddress ? dead(request) : alive(request)),
  });
  const context = crawlContext({
    cacheDir: '/nonexistent',
    sandbox: undefined,
    guard,
    limits: { ...defaultLimits, totalMs: patienceMs * 1.5, idleMs: patienceMs },
  });
  const ends = new Map<string, number>();
  const seen = new Set<string>();
  const surprises: CrawlOutcome[] = [];
  await crawlAll(crowd(size), context, {
    concurrency,
    onOutcome(outcome) {
      const { kind, serverId } = outcome;
      seen.add(serverId);
      const server = kindOf(serverId);
      if (kinds[server]?.ends !== kind) surprises.push(outcome);
      const end = `${server} ${kind}`;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      onOutcome?.(seen.size);
    },
  });
  return { ends, servers: seen.size, surprises };
}

/** How a crowd must end. */
export function expectedEnds(size: number): Map<string, number> {
  const ends = new Map<string, number>();
  for (const { id } of crowd(size)) {
    const end = `${kindOf(id)} ${kinds[kindOf(id)]?.ends}`;
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  return ends;
}
