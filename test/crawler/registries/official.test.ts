import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Target } from '../../../crawler/server-entry.ts';
import { type RegistryServer, type Replies, replay, startRegistries } from './registry-server.ts';

const registries: Record<string, Replies> = {
  replayed: (query) => [200, replay(query.has('cursor') ? 'last-page' : 'first-page')],
  real: () => [200, replay('real-servers')],
};

function addressOf(target: Target): string {
  if ('url' in target) return `${target.type} ${target.url}`;
  return 'identifier' in target ? `${target.type} ${target.identifier}` : target.type;
}

describe('the official registry', () => {
  let server: RegistryServer;
  before(async () => {
    server = await startRegistries(registries);
  });
  after(() => server.close());

  it('reads every page to the last', async () => {
    server.queries.length = 0;
    const pages = await server.readAll('replayed');
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
    assert.deepEqual(Object.fromEntries(server.queries[1] ?? []), {
      limit: '100',
      version: 'latest',
      include_deleted: 'true',
      cursor: 'com.example/tickets:2.0.1',
    });
  });

  it('goes on at a stored cursor', async () => {
    const pages = await server.readAll('replayed', 100, 'com.example/tickets:2.0.1');
    assert.deepEqual(
      pages.flatMap(({ entries }) => entries.map(({ id }) => id)),
      ['io.github.example/bundle', 'io.github.example/gone'],
    );
  });

  it('asks only for what was updated since', async () => {
    server.queries.length = 0;
    const { signal } = new AbortController();
    const updatedSince = '2026-11-01T00:00:00Z';
    for await (const _page of server.open('replayed').sync({ signal, updatedSince })) break;
    assert.equal(server.queries[0]?.get('updated_since'), updatedSince);
  });

  it('fills what a package must be given with dummies', async () => {
    const [first] = await server.readAll('replayed', 1);
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
    const [first] = await server.readAll('replayed', 1);
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
    const pages = await server.readAll('replayed');
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
    const [read] = await server.readAll('real');
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
});
