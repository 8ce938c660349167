import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { findConfigurations } from '../../../cli/scan/find-configurations.ts';
import type { Platform } from '../../../policy/client.ts';
import { clients } from '../../../policy/clients/index.ts';

const json = '{"mcpServers":{"one":{"command":"x"}}}';
const vscode = '{"servers":{"one":{"command":"x"}}}';
const opencode = '{"mcp":{"one":{"type":"local","command":["x"]}}}';
const goose = 'extensions:\n  one:\n    type: stdio\n    cmd: x\n';
const codex = '[mcp_servers.one]\ncommand = "x"\n';

/** Where VS Code keeps what is the user's own. */
const userFolder: Record<Platform, string> = {
  linux: '.config/Code/User',
  darwin: 'Library/Application Support/Code/User',
  win32: 'AppData/Roaming/Code/User',
};
const claudeDesktop: Record<Platform, string> = {
  linux: '.config/Claude',
  darwin: 'Library/Application Support/Claude',
  win32: 'AppData/Roaming/Claude',
};

/** Every place as the clients document it, with the client and a text of its form. */
function places(platform: Platform): [path: string, client: string, text: string][] {
  const storage = `${userFolder[platform]}/globalStorage`;
  const gooseFolder = platform === 'win32' ? 'AppData/Roaming/Block/goose/config' : '.config/goose';
  return [
    ['project/.mcp.json', 'claude-code', json],
    ['.claude.json', 'claude-code', json],
    ['.codex/config.toml', 'codex', codex],
    ['project/.codex/config.toml', 'codex', codex],
    ['.gemini/settings.json', 'gemini-cli', json],
    ['project/.gemini/settings.json', 'gemini-cli', json],
    ['.cursor/mcp.json', 'cursor-ide', json],
    ['project/.cursor/mcp.json', 'cursor-ide', json],
    [`${userFolder[platform]}/mcp.json`, 'vscode', vscode],
    ['project/.vscode/mcp.json', 'vscode', vscode],
    ['.config/opencode/opencode.json', 'opencode', opencode],
    ['.config/opencode/opencode.jsonc', 'opencode', opencode],
    ['project/opencode.json', 'opencode', opencode],
    ['project/opencode.jsonc', 'opencode', opencode],
    [`${gooseFolder}/config.yaml`, 'goose', goose],
    [`${storage}/saoudrizwan.claude-dev/settings/cline_mcp_settings.json`, 'cline', json],
    ['.cline/data/settings/cline_mcp_settings.json', 'cline', json],
    [`${storage}/rooveterinaryinc.roo-cline/settings/mcp_settings.json`, 'roo', json],
    ['project/.roo/mcp.json', 'roo', json],
    ['.kiro/settings/mcp.json', 'kiro', json],
    ['project/.kiro/settings/mcp.json', 'kiro', json],
    [`${claudeDesktop[platform]}/claude_desktop_config.json`, 'claude-desktop', json],
    ['.codeium/windsurf/mcp_config.json', 'windsurf', json],
  ];
}

for (const platform of ['linux', 'darwin', 'win32'] as const) {
  test(`every documented place is found on ${platform}`, (t) => {
    const home = mkdtempSync(join(tmpdir(), 'mcp-risk-find-'));
    t.after(() => rmSync(home, { recursive: true, force: true }));
    const expected = places(platform);
    for (const [path, , text] of expected) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
    const where = { platform, home, project: join(home, 'project'), env: {} };
    const { found, unreadable } = findConfigurations(clients, where);
    assert.deepEqual(unreadable, []);
    assert.deepEqual(
      found.map(({ path, client }) => `${path} ${client.id}`).sort(),
      expected.map(([path, client]) => `${join(home, path)} ${client}`).sort(),
    );
    for (const { servers } of found) assert.equal(servers[0]?.alias, 'one');
  });
}

test('a client is found where a variable moves its files', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'mcp-risk-find-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const moved: [path: string, client: string, text: string][] = [
    ['claude/.claude.json', 'claude-code', json],
    ['codex/config.toml', 'codex', codex],
    ['config/goose/config.yaml', 'goose', goose],
  ];
  for (const [path, , text] of moved) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const env = {
    CLAUDE_CONFIG_DIR: join(root, 'claude'),
    CODEX_HOME: join(root, 'codex'),
    XDG_CONFIG_HOME: join(root, 'config'),
  };
  const where = { platform: 'linux' as const, home: join(root, 'home'), project: root, env };
  const { found } = findConfigurations(clients, where);
  assert.deepEqual(
    found.map(({ path, client }) => `${path} ${client.id}`).sort(),
    moved.map(([path, client]) => `${join(root, path)} ${client}`).sort(),
  );
  const relative = { ...where, env: { CODEX_HOME: 'codex' } };
  assert.throws(
    () => findConfigurations(clients, relative),
    /CODEX_HOME is no absolute path: codex/,
  );
});
