import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectRoot, runCli, startCli } from './run-cli.ts';

const servers = [
  '@modelcontextprotocol/server-everything',
  '@modelcontextprotocol/server-sequential-thinking',
];
let home = '';

before(() => {
  home = mkdtempSync(join(tmpdir(), 'mcp-risk-catalog-'));
});
after(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));

/** Kills the command the hard way once its output or its files say that it is in the middle. */
async function killInTheMiddle(args: string[], isInTheMiddle: (output: string) => boolean) {
  const child = startCli(home, args);
  let output = '';
  child.stdout?.on('data', (text) => (output += text));
  child.stderr?.on('data', (text) => (output += text));
  const closed = once(child, 'close');
  while (child.exitCode === null && !isInTheMiddle(output)) await sleep(20);
  child.kill('SIGKILL');
  await closed;
}

test('a crawl that was killed goes on, and both real servers are listed', async () => {
  assert.equal((await runCli(home, ['sync'])).code, 0);
  await killInTheMiddle(['crawl', ...servers], () => existsSync(join(home, 'packages')));
  const { code, stdout, stderr } = await runCli(home, ['crawl', '--json', ...servers]);
  assert.equal(code, 0, stderr);
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['listed', 'listed'],
  );
  const everything = outcomes.find(({ serverId }) => serverId === servers[0]);
  assert.ok(everything.toolCount >= 10, `${everything.toolCount} tools`);
});

test('a build that was killed goes on, and every tool of the store has its page', async () => {
  assert.equal((await runCli(home, ['classify'])).code, 0);
  const site = join(home, 'site');
  await killInTheMiddle(['build'], () => existsSync(join(site, 'tools')));
  const built = await runCli(home, ['build', '--json']);
  assert.equal(built.code, 0, built.stderr);

  const status = JSON.parse((await runCli(home, ['status', '--json'])).stdout);
  const pages = toolDocuments(site);
  assert.equal(pages.length, status.tools.current);
  assert.equal(status.definitions.unjudged, 0);
  assert.ok(!readdirSync(site, { recursive: true }).some((file) => /\.tmp\b/.test(String(file))));

  const again = JSON.parse((await runCli(home, ['build', '--json'])).stdout);
  assert.equal(again.files.written, 0, 'nothing changed, nothing is written');
});

test('badge, rationale and policy of each page agree, and each policy validates', () => {
  const site = join(home, 'site');
  const schema = readFileSync(join(projectRoot, 'policy/schema/policy.schema.json'), 'utf8');
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(schema));
  const pages = toolDocuments(site);
  assert.ok(pages.length > 0);
  for (const { html, document } of pages) {
    const { operation, risk, rationale } = document.classification;
    assert.match(html, new RegExp(`\\b${operation}\\b`, 'i'));
    assert.match(html, new RegExp(`\\b${risk}\\b`, 'i'));
    assert.ok(rationale.includes(`${risk} risk`), rationale);
  }
  const policies = readdirSync(join(site, 'policies'), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.json'));
  assert.ok(policies.length >= servers.length);
  for (const file of policies) {
    const policy = JSON.parse(readFileSync(join(site, 'policies', file), 'utf8'));
    assert.ok(validate(policy), `${file}: ${ajv.errorsText(validate.errors)}`);
  }
});

/** Every tool page with its machine-readable twin: `<tool>/index.html` and `<tool>.json`. */
function toolDocuments(site: string) {
  const root = join(site, 'tools');
  return readdirSync(root, { recursive: true })
    .map((file) => join(root, String(file)))
    .filter((file) => basename(file) === 'index.html' && existsSync(`${dirname(file)}.json`))
    .map((file) => ({
      html: readFileSync(file, 'utf8'),
      document: JSON.parse(readFileSync(`${dirname(file)}.json`, 'utf8')),
    }));
}
