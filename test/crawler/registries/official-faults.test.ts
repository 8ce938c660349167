import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { RegistryError } from '../../../crawler/registries/registry.ts';
import { type RegistryServer, type Replies, startRegistries } from './registry-server.ts';

const registries: Record<string, Replies> = {
  repeats: () => [200, page([], 'again')],
  endless: (_query, count) => [200, page([item('a.b/c')], `c${count}`)],
  empty: (_query, count) => [200, page([], `c${count}`)],
  html: () => [200, '<html>maintenance</html>'],
  'no-list': () => [200, '{"items": []}'],
  refuses: () => [400, '{"error": "bad cursor"}'],
  forgets: (query) =>
    query.has('cursor')
      ? [400, '{"error": "bad cursor"}']
      : [200, page([item('a.b/c')], undefined)],
  loops: (query) =>
    query.has('cursor') ? [200, page([], 'old')] : [200, page([item('a.b/c')], undefined)],
  stumbles: (_query, count) =>
    count === 0 ? [502, 'bad gateway'] : [200, page([item('a.b/c')], '')],
  junk: () => [200, `{"servers": [${'{},'.repeat(1_000_000)}0]}`],
  hostile: () => [200, page(hostileItems, undefined)],
};

function page(servers: unknown[], nextCursor: string | undefined): string {
  return JSON.stringify({ servers, metadata: { nextCursor } });
}

function item(name: unknown, rest: object = {}): object {
  return { server: { name, description: 'x', version: '1.0.0', ...rest } };
}

const hostileItems = [
  null,
  'server',
  { server: null },
  item('../../etc/passwd'),
  item('a'.repeat(201)),
  item(7),
  item('a.b/escape', { title: '\u001b[31mred\u0000', description: '<script>', packages: 'none' }),
  item('a.b/packages', {
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
  item('a.b/headers', {
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

describe('an official registry that is broken or hostile', () => {
  let server: RegistryServer;
  before(async () => {
    server = await startRegistries(registries);
  });
  after(() => server.close());

  it('keeps the good items of a hostile page', async () => {
    const [read] = await server.readAll('hostile');
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
    const [read] = await server.readAll('stumbles');
    assert.equal(read?.entries.length, 1);
    assert.equal(read?.cursor, undefined);
  });

  for (const [host, message] of [
    ['repeats', /cursor repeats/],
    ['empty', /page after page is empty/],
    ['html', /no JSON/],
    ['no-list', /no list of servers/],
    ['junk', /its answer has more than 1000000 values/],
    ['refuses', /HTTP 400/],
  ] as const) {
    it(`ends with an error where the registry ${host}`, async () => {
      await assert.rejects(server.readAll(host), (error: unknown) => {
        assert.ok(error instanceof RegistryError);
        assert.match(error.message, message);
        return true;
      });
    });
  }

  for (const host of ['forgets', 'loops']) {
    it(`reads from the start where a registry ${host} the cursor it gave`, async () => {
      const pages = await server.readAll(host, 5, 'old');
      assert.deepEqual(
        pages.flatMap(({ entries }) => entries.map(({ id }) => id)),
        ['a.b/c'],
      );
    });
  }

  it('lets the caller stop an endless registry', async () => {
    const pages = await server.readAll('endless', 5);
    assert.equal(new Set(pages.map(({ cursor }) => cursor)).size, 5);
  });
});
