import { listOnlyClient } from './list-only.ts';

const file = 'Claude/claude_desktop_config.json';

export const claudeDesktop = listOnlyClient({
  id: 'claude-desktop',
  name: 'Claude Desktop',
  docs: 'https://modelcontextprotocol.io/docs/develop/connect-local-servers',
  checkedOn: '2026-11-25',
  configPaths: (platform, home) => {
    if (platform === 'darwin') return [`${home}/Library/Application Support/${file}`];
    if (platform === 'win32') return [`${home}/AppData/Roaming/${file}`];
    return [`${home}/.config/${file}`];
  },
});
