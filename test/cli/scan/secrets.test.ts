import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchLine } from '../../../cli/scan/consent.ts';
import { launchTarget } from '../../../cli/scan/launch-target.ts';
import { isHarmlessName, isSecretName } from '../../../cli/scan/secret-names.ts';
import { redact, secretsOf, withoutSecrets } from '../../../cli/scan/secrets.ts';
import type { ConfiguredServer } from '../../../policy/client.ts';

const stdio: ConfiguredServer = {
  alias: 'a',
  pointer: '/mcpServers/a',
  disabled: false,
  target: {
    type: 'stdio',
    command: 'npx',
    args: [
      '--api-key=planted-1',
      '--token',
      'planted-2',
      'sk-planted3planted3',
      'postgres://u:planted-4@db/x',
      '/home/me/notes',
    ],
    env: { GITHUB_TOKEN: 'planted-5', AUTH: 'Bearer planted-6' },
  },
};
const http: ConfiguredServer = {
  alias: 'b',
  pointer: '/mcpServers/b',
  disabled: false,
  target: {
    type: 'http',
    url: 'https://me:planted-7@example.org/mcp?api_key=planted-8&page=2',
    headers: { Authorization: 'Bearer planted-9' },
  },
};

test('nothing planted is left in what may be started or shown', () => {
  const shown = JSON.stringify([withoutSecrets(stdio), withoutSecrets(http)]);
  assert.doesNotMatch(shown, /planted/);
  assert.match(shown, /\/home\/me\/notes/);
  assert.match(shown, /page=2/);
});

test('redaction leaves no rest of a longer secret', () => {
  const secrets = [...secretsOf(stdio), ...secretsOf(http)];
  const text = 'error: Bearer planted-6 refused, tried planted-5, planted-9 and planted-2';
  assert.doesNotMatch(redact(text, secrets), /planted/);
});

/** Each line of words holds `planted-…` where people put credentials. */
const shapes: [command: string, ...args: string[]][] = [
  ['npx', 'mcp-remote', 'https://x.example/mcp', '--header', 'Authorization: Bearer planted-a'],
  ['npx', 'mcp-remote', 'https://x.example/mcp', '--header', 'X-Api-Key: planted-b'],
  ['npx', 'mcp-remote', 'https://x.example/mcp', '-H', 'X-Other:planted-c d planted-e'],
  ['npx', 'mcp-remote', '--header=X-Auth-Token: planted-f'],
  ['sh', '-c', 'export A=1; API_KEY=planted-g node server.js'],
  ['sh', '-c', 'server --token planted-h --password "planted i planted-j" --port 9'],
  [
    'sh',
    '-c',
    "curl -H 'X-Other: planted-k' -H 'Authorization: Basic planted-l' https://x.example",
  ],
  ['mcp-sql', '--connection', 'Server=db;User=me;Password=planted-m and planted-n;Encrypt=true'],
  ['API_KEY=planted-o npx server --secret=planted-p --auth planted-q'],
  ['docker', 'run', '--env=API_KEY=planted-r', 'image', '--env', 'TOKEN=planted-s'],
  ['server', '--config', '{"url": "https://x.example", "apiKey": "planted-t", "n": 1}'],
  ['server', 'see postgres://me:planted-u@db/x for all'],
  ['npx', '-y', 'pkg', '--passwd', 'planted-v', '--db-passwd=planted-w'],
  ['sh', '-c', 'MYSQL_PASSWD=planted-x server --credentials planted-y'],
  ['npx', '-y', 'pkg', '--pass', 'planted-z', '--passphrase', 'planted-0', '--pin', 'planted-1'],
  ['npx', '-y', 'pkg', '-u', 'bob:planted-2', '--user=bob:planted-3'],
  ['mcp-sql', 'host=h pass=planted-4'],
  ['npx', 'mcp-remote', 'https://h/mcp?pass=planted-5'],
  ['npx', '-y', 'pkg', '--dbUrl=postgres://bob:planted-6/planted-7@host/db'],
  ['npx', '-y', 'pkg', 'postgres://bob:planted-6@planted-7@host/db'],
];

test('credentials are found in every shape of a command line', () => {
  for (const [command, ...args] of shapes) {
    const target = { type: 'stdio' as const, command, args, env: {} };
    const server = { ...stdio, target };
    const { target: clean } = withoutSecrets(server);
    assert.doesNotMatch(JSON.stringify(clean), /planted/, [command, ...args].join(' '));
    const text = [command, ...args].join(' ');
    assert.doesNotMatch(redact(text, secretsOf(server)), /planted-/, text);
  }
});

test('what is no credential stays', () => {
  const shell = 'export A=1; API_KEY=planted node server.js --port 9';
  const target = {
    type: 'stdio' as const,
    command: 'sh',
    args: ['-c', shell],
    env: { S: 'server' },
  };
  const { target: clean } = withoutSecrets({ ...stdio, target });
  assert.ok(clean.type === 'stdio');
  assert.deepEqual(clean.args, ['-c', 'export A=1; API_KEY=_redacted_ node server.js --port 9']);
});

test('names of credentials and names of settings', () => {
  for (const name of 'PASSWD MYSQL_PASSWD MYSQL_PWD --db-passwd dbPass --pass --pin -pw apiKey X-Auth-Token GITHUB_PAT session_id sig client_secret --private-key sslkey PGPASSFILE_PASS Authorization'.split(
    ' ',
  )) {
    assert.ok(isSecretName(name), name);
    assert.ok(!isHarmlessName(name), name);
  }
  for (const name of 'path --allowed-path ping pinned passive signal --port spin author pattern compat bypass mode'.split(
    ' ',
  )) {
    assert.ok(!isSecretName(name), name);
  }
  for (const name of '--port --log-level -y --allowed-path rootDir page'.split(' ')) {
    assert.ok(isHarmlessName(name), name);
  }
});

test('what follows a flag of which nothing is known is passed on and not shown', () => {
  const lineOf = (command: string, ...args: string[]) =>
    launchLine({ ...stdio, target: { type: 'stdio', command, args, env: {} } });
  assert.equal(
    lineOf('npx', '-y', 'pkg', '--wobble', 'hunter2', '--mode', 'fast', '--flip=hunter2'),
    'a: start npm package pkg --wobble [redacted] --mode fast --flip=[redacted]',
  );
  assert.equal(
    lineOf('node', '--inspect-less', 'server.js', '--root', 'notes', '--quiet', 'serve'),
    'a: start node --inspect-less server.js --root notes --quiet serve',
  );
  assert.equal(
    lineOf('sh', '-c', 'server --wobble hunter2 --port 9000'),
    'a: start sh -c server --wobble [redacted] --port 9000',
  );
  assert.equal(
    lineOf('srv', '-phunter2', '--wobble:hunter2', '/wobble:hunter2', '-toolsets', 'all'),
    'a: start srv -p[redacted] --wobble:[redacted] /wobble:[redacted] -toolsets all',
  );
  const url = 'https://h.example/mcp?wobble=hunter2&page=2';
  const server = { ...http, target: { ...http.target, type: 'http' as const, url, headers: {} } };
  assert.equal(
    launchLine(server),
    'a: reach https://h.example/mcp?wobble=[redacted]&page=2'.replace('a:', 'b:'),
  );
  const { target } = withoutSecrets(server);
  assert.ok(target.type === 'http' && target.url === url, 'passed on');
  assert.doesNotMatch(redact('no hunter2 here', secretsOf(server)), /hunter2/);
});

test('a long random name of a host is a credential; a path, a package and a host of a cloud are none', () => {
  const reach = (url: string) => {
    const { target } = withoutSecrets({ ...http, target: { type: 'http', url, headers: {} } });
    return target.type === 'http' ? target.url : '';
  };
  assert.doesNotMatch(reach('https://a8f3c2d1e5b7946f0a1b2c3d.hooks.example/mcp'), /a8f3/);
  for (const url of [
    'https://mcp-server-123456789012.europe-west1.run.example/mcp',
    'https://esm.example/package@1.2.3/x',
    'https://h.example/@scope/package',
  ]) {
    assert.equal(reach(url), url);
    const target = { type: 'stdio' as const, command: 'deno', args: [url], env: {} };
    assert.deepEqual(withoutSecrets({ ...stdio, target }).target, target);
  }
  const args = ['/home/user1/projects/mcp-server/index'];
  const target = { type: 'stdio' as const, command: 'node', args, env: {} };
  assert.deepEqual(withoutSecrets({ ...stdio, target }).target, target);
});

test('a credential that begins with a slash is none of a path behind its option', () => {
  const secret = '/wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  const args = ['-y', 'server', `--cfg=${secret}`];
  const server: ConfiguredServer = { ...stdio, target: { ...stdio.target, args } as never };
  assert.ok(secretsOf(server).some((found) => found.includes(secret)));
  assert.doesNotMatch(JSON.stringify(launchTarget(server)), /wJalr|K7MDENG/);
});
