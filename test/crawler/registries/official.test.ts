import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { createGuard } from '../../../crawler/guard/guard.ts';
import { officialRegistry } from '../../../crawler/registries/official.ts';
import { RegistryError, type RegistryPage } from '../../../crawler/registries/registry.ts';
import type { Target } from '../../../crawler/server-entry.ts';
import {
  type Handler,
  type Loopback,
  loopbackDial,
  publicAddress,
  startLoopback,
} from '../../servers/http/loopback.ts';
import { sendJson } from '../../servers/http/mcp-server.ts';

function replay(name: string): string {
  return readFileSync(new URL(`./answers/${name}.json`, import.meta.url), 'utf8');
}

/** Registries by host name; each sees the query and the number of requests before. */
const registries: Record<string, (query: URLSearchParams, count: number) => [number, string]> = {
  'replayed.test': (query) => [200, replay(query.has('cursor') ? 'last-page' : 'first-page')],
  'real.test': () => [200, replay('real-servers')],
  'repeats.test': () => [200, page([], 'again')],
  'endless.test': (_query, count) => [200, page([server('a.b/c')], `c${count}`)],
  'empty.test': (_query, count) => [200, page([], `c${count}`)],
  'html.test': () => [200, '<html>maintenance</html>'],
  'no-list.test': () => [200, '{"items": []}'],
  'refuses.test': () => [400, '{"error": "bad cursor"}'],
  'stumbles.test': (_query, count) =>
    count === 0 ? [502, 'bad gateway'] : [200, page([server('a.b/c')], '')],
  'hostile.test': () => [200, page(hostileItems, undefined)],
};

function page(servers: unknown[], nextCursor: string | undefined): string {
  return JSON.stringify({ servers, metadata: { nextCursor } });
}

function server(name: unknown, rest: object = {}): object {
  return { server: { name, description: 'x', version: '1.0.0', ...rest } };
}

function addressOf(target: Target): string {
  if ('url' in target) return `${target.type} ${target.url}`;
  return 'identifier' in target ? `${target.type} ${target.identifier}` : target.type;
}

const hostileItems = [
  null,
  'server',
  { server: null },
  server('../../etc/passwd'),
  server('a'.repeat(201)),
  server(7),
  server('a.b/escape', { title: '\u001b[31mred\u0000', description: '<script>', packages: 'none' }),
  server('a.b/packages', {
    packages: [
      { registryType: 'npm', identifier: '--global' },
      { registryType: 'npm', identifier: '../../evil' },
      { registryType: 'npm', identifier: 'x y' },
      { registryType: 'npm', identifier: 'https://evil.test/x.tgz' },
      { registryType: 'npm', identifier: 'ok', registryBaseUrl: 'https://evil.test' },
      { registryType: 'mcpb', identifier: 'http://evil.test/x.mcpb' },
      {
        registryType: 'npm',
        identifier: 'ok',
        environmentVariables: [{ name: 'A B', value: 'x' }, 3],
      },
    ],
  }),
  server('a.b/headers', {
    remotes: [
      {
        type: 'streamable-http',
        url: 'https://a.test',
        headers: [{ name: 'Host', value: 'b.test' }],
      },
      {
        type: 'streamable-http',
        url: 'https://b.test',
        headers: [{ name: 'X-A', value: 'a\r\nb: c' }],
      },
      {
        type: 'streamable-http',
        url: 'https://c.test',
        headers: [{ name: 'Cookie', value: 'a=b' }],
      },
    ],
  }),
  JSON.parse('{"server": {"name": "a.b/proto", "__proto__": {"packages": [1]}, "version": 3}}'),
];

describe('the official registry', () => {
  let loopback: Loopback;
  const queries: URLSearchParams[] = [];

  before(async () => {
    const counts = new Map<string, number>();
    loopback = await startLoopback((hostname) => answer(hostname, counts));
  });
  after(() => loopback.close());

  function answer(hostname: string, counts: Map<string, number>): Handler {
    return (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', `http://${hostname}`);
      const registry = registries[hostname];
      if (pathname !== '/v0.1/servers' || !registry) {
        sendJson(response, 404, {});
        return;
      }
      queries.push(searchParams);
      const count = counts.get(hostname) ?? 0;
      counts.set(hostname, count + 1);
      const [status, body] = registry(searchParams, count);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    };
  }

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

  it('reads every page to the last', async () => {
    queries.length = 0;
    const pages = await readAll('replayed');
    assert.deepEqual(
      pages.map(({ cursor }) => cursor),
      ['com.example/tickets:2.0.1', undefined],
    );
    assert.deepEqual(
      pages.flatMap(({ entries }) => entries.map(({ id, status }) => [id, status])),
      [
        ['io.github.example/weather', 'active'],
        ['com.example/tickets', 'deprecated'],
        ['io.github.example/bundle', 'active'],
        ['io.github.example/gone', 'deleted'],
      ],
    );
    assert.deepEqual(Object.fromEntries(queries[1] ?? []), {
      limit: '100',
      version: 'latest',
      include_deleted: 'true',
      cursor: 'com.example/tickets:2.0.1',
    });
  });

  it('goes on at a stored cursor', async () => {
    const pages = await readAll('replayed', 100, 'com.example/tickets:2.0.1');
    assert.deepEqual(
      pages.flatMap(({ entries }) => entries.map(({ id }) => id)),
      ['io.github.example/bundle', 'io.github.example/gone'],
    );
  });

  it('asks only for what was updated since', async () => {
    queries.length = 0;
    const { signal } = new AbortController();
    const updatedSince = '2026-11-01T00:00:00Z';
    for await (const _page of open('replayed').sync({ signal, updatedSince })) break;
    assert.equal(queries[0]?.get('updated_since'), updatedSince);
  });

  it('fills what a package must be given with dummies', async () => {
    const [first] = await readAll('replayed', 1);
    assert.deepEqual(first?.entries[0]?.targets, [
      {
        type: 'npm',
        identifier: '@example/weather-mcp',
        version: '1.4.0',
        args: ['metric', '--cache-dir', '/tmp'],
        env: { WEATHER_API_KEY: 'x', WEATHER_ENDPOINT: 'http://127.0.0.1:9', LOG_LEVEL: 'info' },
      },
    ]);
  });

  it('keeps fixed headers, drops logins and names what a URL lacks', async () => {
    const [first] = await readAll('replayed', 1);
    assert.deepEqual(first?.entries[1]?.targets, [
      {
        type: 'streamable-http',
        url: 'https://mcp.example.com/eu/mcp',
        headers: { 'X-Client': 'registry' },
      },
      {
        type: 'sse',
        url: 'https://{tenant}.example.com/sse?key={api_key}',
        headers: {},
        unset: [
          { name: 'tenant', secret: false },
          { name: 'api_key', secret: true },
        ],
      },
    ]);
  });

  it('reads bundles, images and Python packages and leaves out what is not crawled', async () => {
    const pages = await readAll('replayed');
    assert.deepEqual(
      pages[1]?.entries[0]?.targets.map((target) => ({
        ...target,
        args: undefined,
        env: undefined,
      })),
      [
        {
          type: 'mcpb',
          identifier: 'https://github.com/example/bundle/releases/download/v0.3.0/bundle.mcpb',
          integrity: 'fe333e598595000ae021bd27117db32ec69af6987f507ba7a63c90638ff633ce',
        },
        { type: 'oci', identifier: 'ghcr.io/example/bundle', version: '0.3.0' },
        { type: 'pypi', identifier: 'bundle-mcp', version: '0.3.0' },
      ].map((target) => ({ ...target, args: undefined, env: undefined })),
    );
  });

  it('reads real server.json objects, of each server the newest', async () => {
    const [read] = await readAll('real');
    assert.deepEqual(read?.malformed, []);
    assert.deepEqual(
      read?.entries.map(({ id, version, targets }) => [id, version, targets.map(addressOf)]),
      [
        [
          'io.github.domdomegg/airtable-mcp-server',
          '1.7.3',
          [
            'npm airtable-mcp-server',
            'oci docker.io/domdomegg/airtable-mcp-server:1.7.3',
            'mcpb https://github.com/domdomegg/airtable-mcp-server/releases/download/v1.7.3/airtable-mcp-server.mcpb',
          ],
        ],
        // A kind of package that is not crawled.
        ['io.github.domdomegg/time-mcp-nuget', '1.0.8', []],
        ['io.github.domdomegg/time-mcp-pypi', '1.0.6', ['pypi time-mcp-pypi']],
        [
          'io.github.getcyphrex/cyphrex-mcp',
          '0.1.0',
          ['streamable-http https://mcp.cyphrex.io/mcp'],
        ],
      ],
    );
    const [airtable] = read?.entries ?? [];
    const envs = airtable?.targets.map((target) => 'env' in target && target.env);
    assert.deepEqual(envs, [{ AIRTABLE_API_KEY: 'x' }, { AIRTABLE_API_KEY: 'x' }, {}]);
  });

  it('keeps the good items of a hostile page', async () => {
    const [read] = await readAll('hostile');
    assert.deepEqual(
      read?.entries.map(({ id }) => id),
      ['a.b/escape', 'a.b/packages', 'a.b/headers', 'a.b/proto'],
    );
    assert.deepEqual(
      read?.malformed.map(({ where }) => where),
      [0, 1, 2, 3, 4, 5].map((index) => `/servers/${index}`),
    );
    const [escaped, packages, headers, proto] = read?.entries ?? [];
    assert.equal(escaped?.title, '\u001b[31mred');
    assert.deepEqual(packages?.targets, [{ type: 'npm', identifier: 'ok', args: [], env: {} }]);
    assert.deepEqual(
      headers?.targets.map((target) => 'headers' in target && target.headers),
      [{}, {}, {}],
    );
    assert.deepEqual(proto?.targets, []);
  });

  it('asks again after a passing fault', async () => {
    const [read] = await readAll('stumbles');
    assert.equal(read?.entries.length, 1);
    assert.equal(read?.cursor, undefined);
  });

  for (const [host, message] of [
    ['repeats', /cursor repeats/],
    ['empty', /page after page is empty/],
    ['html', /no JSON/],
    ['no-list', /no list of servers/],
    ['refuses', /HTTP 400/],
  ] as const) {
    it(`ends with an error where the registry ${host}`, async () => {
      await assert.rejects(readAll(host), (error: unknown) => {
        assert.ok(error instanceof RegistryError);
        assert.match(error.message, message);
        return true;
      });
    });
  }

  it('lets the caller stop an endless registry', async () => {
    const pages = await readAll('endless', 5);
    assert.equal(new Set(pages.map(({ cursor }) => cursor)).size, 5);
  });
});
