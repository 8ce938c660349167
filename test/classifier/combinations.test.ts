import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChangeWarnings } from '../../classifier/change-warnings.ts';
import type { Classification } from '../../classifier/classification.ts';
import { findExfiltrationPaths } from '../../classifier/combinations.ts';
import { rollUp } from '../../classifier/server-level.ts';

function label(given: Partial<Classification>): Classification {
  return {
    definitionHash: '0'.repeat(64),
    classifierVersion: '0',
    operation: 'read',
    risk: 'medium',
    capabilities: [],
    confidence: 0.9,
    decidedBy: 'model',
    evidence: [],
    warnings: [],
    rationale: '',
    ...given,
  };
}

const mail = {
  server: 'mail',
  tool: 'read_mail',
  classification: label({ capabilities: ['reads-private-data', 'ingests-untrusted'] }),
};
const send = {
  server: 'mail',
  tool: 'send_mail',
  classification: label({ operation: 'write', risk: 'high', capabilities: ['communicates'] }),
};
const fetch = {
  server: 'web',
  tool: 'fetch',
  classification: label({ risk: 'low', capabilities: ['reaches-network', 'ingests-untrusted'] }),
};

test('private data, untrusted content and a way out make a path named by its tools', () => {
  assert.deepEqual(findExfiltrationPaths([mail, send]), [
    {
      reads: { server: 'mail', tool: 'read_mail' },
      ingests: { server: 'mail', tool: 'read_mail' },
      sends: { server: 'mail', tool: 'send_mail' },
    },
  ]);
});

test('a path can lead over servers, and is missing where one part is', () => {
  const [path] = findExfiltrationPaths([mail, fetch]);
  assert.deepEqual(path, {
    reads: { server: 'mail', tool: 'read_mail' },
    ingests: { server: 'web', tool: 'fetch' },
    sends: { server: 'web', tool: 'fetch' },
  });
  assert.deepEqual(findExfiltrationPaths([mail]), []);
  assert.deepEqual(findExfiltrationPaths([fetch]), []);
});

test('the order of the tools changes nothing', () => {
  const forwards = findExfiltrationPaths([mail, send, fetch]);
  assert.equal(forwards.length, 2);
  assert.deepEqual(findExfiltrationPaths([fetch, send, mail]), forwards);
});

test('a server is as bad as its worst tools together', () => {
  assert.deepEqual(rollUp([mail.classification, send.classification]), {
    operation: 'write',
    risk: 'high',
    capabilities: ['communicates', 'reads-private-data', 'ingests-untrusted'],
  });
  assert.equal(rollUp([]), undefined);
});

test('only a change for the worse is warned of', () => {
  const before = label({ risk: 'low' });
  const after = label({
    operation: 'destructive',
    risk: 'critical',
    capabilities: ['deletes-data'],
  });
  const [warning] = findChangeWarnings(before, after);
  assert.equal(warning?.class, 'change');
  assert.equal(warning?.severity, 'critical');
  assert.match(warning?.message ?? '', /operation rose from read to destructive/);
  assert.deepEqual(findChangeWarnings(after, before), []);
  assert.deepEqual(findChangeWarnings(before, before), []);
});
