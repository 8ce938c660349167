import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dummyValue, type Setting } from '../../crawler/dummies.ts';

const cases: [Setting, string][] = [
  [{ name: 'TRANSPORT', choices: ['sse', 'stdio'], default: 'stdio' }, 'stdio'],
  [{ name: 'MODE', choices: ['fast', 'slow'] }, 'fast'],
  [{ name: 'LOG_LEVEL', default: 'info' }, 'info'],
  [{ name: 'EMPTY', default: '' }, 'x'],
  [{ name: 'anything', format: 'number' }, '1'],
  [{ name: 'anything', format: 'boolean' }, 'false'],
  [{ name: 'anything', format: 'filepath' }, '/tmp'],
  [{ name: 'DATABASE_URL' }, 'postgresql://127.0.0.1:9/x'],
  [{ name: 'MONGODB_URI' }, 'mongodb://127.0.0.1:9/x'],
  [{ name: 'API_BASE_URL' }, 'http://127.0.0.1:9'],
  [{ name: '--api-host' }, '127.0.0.1'],
  [{ name: 'SMTP_PORT' }, '9'],
  [{ name: 'USER_EMAIL' }, 'nobody@example.com'],
  [{ name: 'AWS_REGION' }, 'us-east-1'],
  [{ name: 'REQUEST_TIMEOUT' }, '1'],
  [{ name: '--cache-dir' }, '/tmp'],
  [{ name: 'GITHUB_TOKEN', isSecret: true }, `ghp_${'0'.repeat(36)}`],
  [{ name: 'AZURE_TENANT_ID' }, '00000000-0000-4000-8000-000000000000'],
  [{ name: 'WEATHER_API_KEY', isSecret: true }, 'x'],
  [{ name: '' }, 'x'],
];

for (const [setting, expected] of cases) {
  it(`fills ${JSON.stringify(setting)}`, () => assert.equal(dummyValue(setting), expected));
}

it('names no host but this machine and the one reserved for examples', () => {
  for (const [setting] of cases) {
    const host = /\/\/([^:/]+)|@(.+)$/.exec(dummyValue(setting));
    if (host) assert.match(host[1] ?? host[2] ?? '', /^(127\.0\.0\.1|example\.com)$/);
  }
});
