import assert from 'node:assert/strict';
import { test } from 'node:test';
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
