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
