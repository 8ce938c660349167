import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse as parseToml } from 'smol-toml';
import { codex } from '../../../policy/clients/codex.ts';
import { type Merged, mergePolicy } from '../../../policy/merge/merge-policy.ts';
import { policyOf, rule } from '../example.ts';

const policy = policyOf([
  rule('list'),
  rule('edit', { decision: 'ask' }),
  rule('delete', { decision: 'deny' }),
]);

function merged(existing: string, alias = 'srv'): Merged {
  const [file] = codex.writePolicy(policy, alias).files;
  assert.ok(file);
  return mergePolicy(codex, existing, file, policy, alias);
}

/** As plain objects: the parser's have no prototype. */
function serversIn(toml: string): Record<string, Record<string, unknown>> {
  return JSON.parse(JSON.stringify(parseToml(toml).mcp_servers));
}

test('TOML keeps every other line as it was', () => {
  const existing = `# my settings
model = "o9" # the best

[mcp_servers.srv]
command = "npx"          # runs it
args = [
  "-y", # yes
  "x",
]
default_tools_approval_mode = "auto" # trust

[mcp_servers.srv.env]
TOKEN = "s3cret"

[mcp_servers."other one"]
url = "https://example.org"
`;
  const { text, replaced, conflicts } = merged(existing);
  const added = text.split('\n').filter((line) => !existing.split('\n').includes(line));
  assert.deepEqual(added, [
    'default_tools_approval_mode = "prompt" # trust',
    'disabled_tools = ["delete"]',
    '[mcp_servers.srv.tools.list]',
    'approval_mode = "approve"',
    '[mcp_servers.srv.tools.edit]',
    'approval_mode = "prompt"',
  ]);
  const lost = existing.split('\n').filter((line) => !text.split('\n').includes(line));
  assert.deepEqual(lost, ['default_tools_approval_mode = "auto" # trust']);
  assert.deepEqual(replaced, ['/mcp_servers/srv/default_tools_approval_mode']);
  assert.deepEqual(conflicts, []);
  const { srv } = serversIn(text);
  assert.deepEqual(srv?.env, { TOKEN: 's3cret' });
  assert.deepEqual(srv?.args, ['-y', 'x']);
});

test('TOML lists and approvals that are there already are changed in place', () => {
  const existing = `[mcp_servers.srv]
command = "npx"
disabled_tools = [
  "old", # broken
]
[mcp_servers.srv.tools.list]
approval_mode = 'prompt'
`;
  const { text } = merged(existing);
  const { srv } = serversIn(text);
  assert.deepEqual(srv?.disabled_tools, ['old', 'delete']);
  assert.deepEqual(srv?.tools, {
    list: { approval_mode: 'approve' },
    edit: { approval_mode: 'prompt' },
  });
});

test('a TOML table that is written inline is left alone, with what to do', () => {
  const existing = '[mcp_servers]\nsrv = { command = "npx" }\n';
  assert.throws(() => merged(existing), /write \[mcp_servers\.srv\] as a table of its own/);
});

test('a server that is not there yet gets its tables at the end, quoted where its name needs it', () => {
  const existing = 'model = "x"\n\n[mcp_servers.other]\ncommand = "x"\n\n[profile]\na = 1\n';
  const { text } = merged(existing, 'my "srv"');
  assert.ok(text.startsWith(existing));
  assert.deepEqual(serversIn(text)['my "srv"']?.disabled_tools, ['delete']);
  assert.deepEqual(serversIn(text).other, { command: 'x' });
});

test('line ends of Windows stay', () => {
  const existing = '[mcp_servers.srv]\r\ncommand = "x"\r\n';
  const { text } = merged(existing);
  assert.doesNotMatch(text, /[^\r]\n./);
  assert.deepEqual(serversIn(text).srv?.disabled_tools, ['delete']);
});
