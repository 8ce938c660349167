const json = (key: string) =>
  JSON.stringify(
    {
      [key]: {
        infisical: {
          command: 'npx',
          args: ['-y', '@infisical/mcp@latest'],
          env: { INFISICAL_TOKEN: 'never-leaves' },
        },
        'my own': { command: '/opt/tools/mine', args: ['--stdio'] },
      },
    },
    null,
    2,
  );

/** Configurations as their clients write them: one server of the example catalog, one of the user's own. */
export const configurations = [
  {
    client: 'claude-code',
    name: 'Claude Code',
    text: json('mcpServers'),
    expected: 'mcp__infisical__delete-secret',
  },
  {
    client: 'cursor-cli',
    name: 'Cursor',
    text: json('mcpServers'),
    expected: 'Mcp(infisical:delete-secret)',
  },
  { client: 'vscode', name: 'VS Code', text: json('servers'), expected: 'delete-secret' },
  { client: 'gemini-cli', name: 'Gemini CLI', text: json('mcpServers'), expected: 'delete-secret' },
  {
    client: 'codex',
    name: 'Codex',
    text: `[mcp_servers.infisical]
command = "npx"
args = ["-y", "@infisical/mcp"]

[mcp_servers.infisical.env]
INFISICAL_TOKEN = "never-leaves"

[mcp_servers.mine]
command = "/opt/tools/mine"
`,
    expected: 'disabled_tools',
  },
];
