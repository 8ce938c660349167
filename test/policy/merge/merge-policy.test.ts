import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ParseError, parse as parseJsonc } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';
import type { Client } from '../../../policy/client.ts';
import { claudeCode } from '../../../policy/clients/claude-code.ts';
import { codex } from '../../../policy/clients/codex.ts';
import { cursorIde } from '../../../policy/clients/cursor-ide.ts';
import { goose } from '../../../policy/clients/goose.ts';
import { clients } from '../../../policy/clients/index.ts';
import { kiro } from '../../../policy/clients/kiro.ts';
import { opencode, opencodeV2 } from '../../../policy/clients/opencode.ts';
import { vscode } from '../../../policy/clients/vscode.ts';
import { type Merged, mergePolicy } from '../../../policy/merge/merge-policy.ts';
import type { Policy } from '../../../policy/policy.ts';
import { policyOf, rule } from '../example.ts';
import { randomPolicy } from '../random-policy.ts';

const policy = policyOf([
  rule('list'),
  rule('edit', { decision: 'ask' }),
  rule('delete', { decision: 'deny' }),
]);

function merged(client: Client, existing: string, rules: Policy = policy, alias = 'srv'): Merged {
  const [file] = client.writePolicy(rules, alias).files;
  assert.ok(file);
  return mergePolicy(client, existing, file, rules, alias);
}

test('JSON keeps comments, order, indentation and what the user had', () => {
  const existing = `{
    // my model
    "model": "opus",
    "permissions": {
        "allow": [
            "Bash(git status)", // harmless
            "mcp__other__x"
        ],
        "defaultMode": "default"
    }
}
`;
  const { text, conflicts } = merged(claudeCode, existing);
  assert.match(text, /^ {4}\/\/ my model\n {4}"model": "opus",$/m);
  assert.match(text, /"Bash\(git status\)", \/\/ harmless/);
  const settings = parseJsonc(text);
  assert.deepEqual(Object.keys(settings), ['model', 'permissions', 'hooks']);
  assert.deepEqual(settings.permissions, {
    allow: ['Bash(git status)', 'mcp__other__x', 'mcp__srv__list'],
    defaultMode: 'default',
    ask: ['mcp__srv__edit'],
    deny: ['mcp__srv__delete'],
  });
  assert.deepEqual(conflicts, []);
});

test('a wider rule of the user that overrules the policy stays and is a conflict', () => {
  const existing = '{"permissions":{"deny":["mcp__srv"],"allow":["mcp__other__x"]}}';
  const { text, conflicts } = merged(claudeCode, existing);
  assert.ok(parseJsonc(text).permissions.deny.includes('mcp__srv'));
  assert.deepEqual(
    conflicts.map(({ tool, wanted, found }) => [tool, wanted, found]),
    [
      ['list', 'allow', 'deny'],
      ['edit', 'ask', 'deny'],
    ],
  );
  const cursor = merged(cursorIde, '{"mcpAllowlist":["srv:*"]}');
  assert.deepEqual(
    cursor.conflicts.map(({ tool, found }) => [tool, found]),
    [
      ['edit', 'allow'],
      ['delete', 'allow'],
    ],
  );
});

test('an entry that says something else about exactly one tool of the policy gives way', () => {
  const claude = merged(
    claudeCode,
    '{"permissions":{"deny":["mcp__srv__list","mcp__srv__other"],"allow":["Bash","mcp__srv__delete"]}}',
  );
  assert.deepEqual(parseJsonc(claude.text).permissions, {
    deny: ['mcp__srv__other', 'mcp__srv__delete'],
    allow: ['Bash', 'mcp__srv__list'],
    ask: ['mcp__srv__edit'],
  });
  assert.deepEqual(claude.replaced, ['/permissions/allow', '/permissions/deny']);
  assert.deepEqual(claude.conflicts, []);
  const cursor = merged(cursorIde, '{"mcpAllowlist":["srv:edit","other:edit"]}');
  assert.deepEqual(parseJsonc(cursor.text).mcpAllowlist, ['other:edit', 'srv:list']);
  const marks = '{"chat.tools.eligibleForAutoApproval":{"list":false,"other":false}}';
  const { 'chat.tools.eligibleForAutoApproval': kept } = parseJsonc(merged(vscode, marks).text);
  assert.deepEqual(kept, { list: false, other: false, edit: false, delete: false });
  const toml = '[mcp_servers.srv]\ncommand = "x"\ndisabled_tools = ["list", "other"]\n';
  assert.match(merged(codex, toml).text, /^disabled_tools = \["other", "delete"\]$/m);
  const yaml = 'user:\n  always_allow:\n    - srv__delete\n    - other__x # fine\n';
  assert.deepEqual(parseYaml(merged(goose, yaml).text).user.always_allow, [
    'other__x',
    'srv__list',
  ]);
});

/** Where files of some clients lie elsewhere than by default. */
const format = { platform: 'win32' } as const;

for (const client of clients) {
  test(`${client.id}: a second policy for the same tools replaces the first`, () => {
    fc.assert(
      fc.property(randomPolicy(), randomPolicy(), (first, second) => {
        const names = new Set([...first.rules, ...second.rules].map(({ tool }) => tool));
        const whole = (random: Policy): Policy => ({
          ...random,
          default: 'ask',
          rules: [...names].map(
            (tool) => random.rules.find((one) => one.tool === tool) ?? rule(tool),
          ),
        });
        const isMerged = (file: { ownership: string }) => file.ownership === 'merged';
        const old = client.writePolicy(whole(first), 'srv', format).files.find(isMerged);
        const file = client.writePolicy(whole(second), 'srv', format).files.find(isMerged);
        if (!old || !file) return;
        const { conflicts } = mergePolicy(client, old.contents, file, whole(second), 'srv', format);
        assert.deepEqual(conflicts, []);
      }),
      { numRuns: 30 },
    );
  });
}

test('what stands around an edit of a JSON file stays as it is', () => {
  const files = [
    '{\r\n    "a": [1,2],  /* x */\r\n    "mcpServers": {\r\n        "srv": {"command": "npx"}\r\n    }\r\n}\r\n',
    '{\n  "mcpServers": {\n    "srv": {\n      "autoApprove": ["x"], // mine\n    },\n  },\n}\n',
    '{\n  "mcpServers": {\n    "srv": {\n      "autoApprove": [\n        "x" // mine\n      ]\n    }\n  }\n}',
    '{ "mcpServers": {} }',
    '{\n  // nothing yet\n}\n',
  ];
  for (const existing of files) {
    const { text, conflicts } = merged(kiro, existing);
    const kept = existing.match(/"a": \[1,2\],|\/\*.*\*\/|\/\/ \w.*|"command": "npx"/g) ?? [];
    for (const part of kept) assert.ok(text.includes(part), text);
    assert.equal(text.includes('\r\n'), existing.includes('\r\n'));
    assert.ok(!/[^\r]\n/.test(text) || !existing.includes('\r\n'));
    const errors: ParseError[] = [];
    const { srv } = parseJsonc(text, errors, { allowTrailingComma: true }).mcpServers;
    assert.deepEqual(errors, []);
    assert.ok(srv.autoApprove.includes('list') && srv.disabledTools.includes('delete'));
    assert.deepEqual(conflicts, []);
  }
});

test('an entry of a server keeps its command, environment and place', () => {
  const existing =
    '{\n\t"mcpServers": {\n\t\t"srv": {\n\t\t\t"command": "npx",\n\t\t\t"env": { "TOKEN": "s3cret" }\n\t\t}\n\t}\n}\n';
  const { text } = merged(kiro, existing);
  assert.ok(text.includes('\n\t\t\t"env": { "TOKEN": "s3cret" },\n\t\t\t"autoApprove": ['));
  assert.deepEqual(parseJsonc(text).mcpServers.srv, {
    command: 'npx',
    env: { TOKEN: 's3cret' },
    autoApprove: ['list'],
    disabledTools: ['delete'],
  });
});

test('where the last entry counts, ours come last, also where one word stood for everything', () => {
  const existing = '{"permission":{"srv_list":"deny","*":"ask"}}';
  const { text, conflicts, replaced } = merged(opencode, existing);
  assert.deepEqual(Object.keys(parseJsonc(text).permission), [
    '*',
    'srv_*',
    'srv_list',
    'srv_edit',
    'srv_delete',
  ]);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(replaced, ['/permission/srv_list']);
  const word = merged(opencode, '{"permission":"ask"}');
  assert.equal(parseJsonc(word.text).permission['*'], 'ask');
  const list = '{"permissions":[{"action":"*","resource":"*","effect":"allow"}]}';
  const second = merged(opencodeV2, list);
  assert.equal(parseJsonc(second.text).permissions.length, 5);
  assert.deepEqual(second.conflicts, []);
});

test('YAML keeps comments, order and what the user had', () => {
  const existing = `# my permissions
user:
  # trusted
  always_allow:
    - other__x # fine
  ask_before: []
  never_allow: []
smart_approve:
  always_allow: []
`;
  const { text, conflicts } = merged(goose, existing);
  assert.match(text, /# my permissions\nuser:\n {2}# trusted\n/);
  assert.match(text, /- other__x # fine/);
  assert.deepEqual(parseYaml(text), {
    user: {
      always_allow: ['other__x', 'srv__list'],
      ask_before: ['srv__edit'],
      never_allow: ['srv__delete'],
    },
    smart_approve: { always_allow: [] },
  });
  assert.deepEqual(conflicts, []);
});

for (const client of clients) {
  test(`${client.id}: merging into nothing gives the policy, and merging twice changes nothing`, () => {
    fc.assert(
      fc.property(randomPolicy(), (random) => {
        const file = client
          .writePolicy(random, 'srv')
          .files.find(({ ownership }) => ownership === 'merged');
        if (!file) return;
        const once = mergePolicy(client, '', file, random, 'srv');
        assert.deepEqual(once.conflicts, []);
        assert.equal(mergePolicy(client, once.text, file, random, 'srv').text, once.text);
      }),
      { numRuns: 30 },
    );
  });
}

test('a file that cannot be read is said with its place and without its text', () => {
  const broken = '{\n  "token": "s3cret-value" "x"\n}';
  assert.throws(
    () => merged(claudeCode, broken),
    (error: Error) =>
      error instanceof SyntaxError &&
      /line 2, column/.test(error.message) &&
      !error.message.includes('s3cret'),
  );
  assert.throws(
    () => merged(codex, 'a = "s3cret'),
    (error: Error) => !error.message.includes('s3cret'),
  );
  assert.throws(
    () => merged(goose, 'user: [s3cret'),
    (error: Error) => !error.message.includes('s3cret'),
  );
});
