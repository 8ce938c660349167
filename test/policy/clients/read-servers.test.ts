import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client, ConfiguredServer } from '../../../policy/client.ts';
import { claudeCode } from '../../../policy/clients/claude-code.ts';
import { claudeDesktop } from '../../../policy/clients/claude-desktop.ts';
import { codex } from '../../../policy/clients/codex.ts';
import { geminiCli } from '../../../policy/clients/gemini-cli.ts';
import { goose } from '../../../policy/clients/goose.ts';
import { clients } from '../../../policy/clients/index.ts';
import { opencode } from '../../../policy/clients/opencode.ts';
import { vscode } from '../../../policy/clients/vscode.ts';
import { windsurf } from '../../../policy/clients/windsurf.ts';
import { positionOf } from '../../../policy/position-of.ts';

/** Each server in one line, and the line of the file it stands at. */
function serversIn(client: Client, text: string, file: string): string[] {
  return client.readServers(text).map((server) => {
    const { line } = positionOf(text, server.pointer, file);
    return `${line} ${server.alias}: ${describe(server)}${server.disabled ? ' (off)' : ''}`;
  });
}

function describe({ target }: ConfiguredServer): string {
  if (target.type !== 'stdio')
    return `${target.type} ${target.url} ${JSON.stringify(target.headers)}`;
  return [target.command, ...target.args, JSON.stringify(target.env)].join(' ');
}

test('Claude Code: servers of the user and of each project', () => {
  const text = `{
  "numStartups": 3,
  "mcpServers": {
    "github": { "type": "http", "url": "https://api.example.org/mcp", "headers": { "Authorization": "Bearer x" } }
  },
  "projects": {
    "/home/me/a~b": {
      "mcpServers": {
        "db": { "command": "npx", "args": ["-y", "server"], "env": { "PORT": 5432 } }
      }
    },
    "/empty": {}
  }
}`;
  assert.deepEqual(serversIn(claudeCode, text, '.claude.json'), [
    '4 github: http https://api.example.org/mcp {"Authorization":"Bearer x"}',
    '9 db: npx -y server {"PORT":"5432"}',
  ]);
});

test('Codex: TOML tables', () => {
  const text = `model = "o9"

[mcp_servers.docs]
command = "npx"
args = ["-y", "server"]
enabled = false

[mcp_servers.docs.env]
KEY = "x"

[mcp_servers."my remote"]
url = "https://example.org/mcp"
http_headers = { X = "y" }
`;
  assert.deepEqual(serversIn(codex, text, 'config.toml'), [
    '3 docs: npx -y server {"KEY":"x"} (off)',
    '11 my remote: http https://example.org/mcp {"X":"y"}',
  ]);
});

test('Gemini CLI: url is server-sent events, httpUrl is streamable HTTP', () => {
  const text =
    '{"mcpServers":{"a":{"url":"https://a.example/sse"},"b":{"httpUrl":"https://b.example/mcp"}}}';
  assert.deepEqual(serversIn(geminiCli, text, 'settings.json'), [
    '1 a: sse https://a.example/sse {}',
    '1 b: http https://b.example/mcp {}',
  ]);
});

test('VS Code: the key is servers, also inside older settings, with comments', () => {
  const text =
    '{\n  // mine\n  "servers": {\n    "a": { "command": "uvx", "args": ["x"], },\n  },\n}';
  assert.deepEqual(serversIn(vscode, text, 'mcp.json'), ['4 a: uvx x {}']);
  const old = '{"mcp":{"servers":{"a":{"command":"uvx"}}}}';
  assert.deepEqual(serversIn(vscode, old, 'settings.json'), ['1 a: uvx {}']);
});

test('opencode: the command is a list, the environment has its own name', () => {
  const text = JSON.stringify({
    mcp: {
      a: { type: 'local', command: ['bun', 'x', 'server'], environment: { K: 'v' } },
      b: { type: 'remote', url: 'https://b.example/mcp', enabled: false },
    },
  });
  assert.deepEqual(serversIn(opencode, text, 'opencode.json'), [
    '1 a: bun x server {"K":"v"}',
    '1 b: http https://b.example/mcp {} (off)',
  ]);
});

test('Goose: YAML, with extensions that are part of Goose left out', () => {
  const text = `GOOSE_MODE: approve
extensions:
  developer:
    type: builtin
    enabled: true
  fetch:
    type: stdio
    cmd: uvx
    args: [mcp-server-fetch]
    envs: {K: v}
  remote:
    type: streamable_http
    uri: https://example.org/mcp
`;
  assert.deepEqual(
    goose.readServers(text).map((server) => `${server.alias}: ${describe(server)}`),
    ['fetch: uvx mcp-server-fetch {"K":"v"}', 'remote: http https://example.org/mcp {}'],
  );
});

test('Claude Desktop and Windsurf: mcpServers', () => {
  const text =
    '{"mcpServers":{"a":{"command":"node","args":["x.js"]},"b":{"serverUrl":"https://b.example"}}}';
  for (const client of [claudeDesktop, windsurf]) {
    assert.deepEqual(serversIn(client, text, 'x.json'), [
      '1 a: node x.js {}',
      '1 b: http https://b.example {}',
    ]);
  }
});

test('an entry that is no server, an empty file and one without servers yield none', () => {
  for (const client of clients) {
    const isToml = client.id === 'codex';
    assert.deepEqual(client.readServers(isToml ? '' : '{}'), [], client.id);
  }
  const odd =
    '{"mcpServers":{"a":null,"b":[],"c":{},"d":{"command":7},"__proto__":{"command":"x"}}}';
  assert.deepEqual(
    claudeCode.readServers(odd).map(({ alias }) => alias),
    ['__proto__'],
  );
  assert.deepEqual(claudeCode.readServers('{"mcpServers":[]}'), []);
});

test('a broken file is a SyntaxError with its place and none of its text', () => {
  for (const client of clients) {
    const broken = client.id === 'codex' ? 'a = 1\nb = s3cret' : '{"a": "s3cret" "b"}';
    if (client.kind !== 'client') continue;
    assert.throws(
      () => client.readServers(broken),
      (error: Error) =>
        error instanceof SyntaxError &&
        /line \d+, column \d+/.test(error.message) &&
        !error.message.includes('s3cret'),
      client.id,
    );
  }
});
