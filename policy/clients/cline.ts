import { extensionFile, serverListClient } from './server-lists.ts';

const file = 'saoudrizwan.claude-dev/settings/cline_mcp_settings.json';

/** `autoApprove` of each server. */
export const cline = serverListClient(
  {
    id: 'cline',
    name: 'Cline',
    docs: 'https://docs.cline.bot/mcp/adding-and-configuring-servers',
    checkedOn: '2026-11-25',
    configPaths: (platform, home) => [
      extensionFile(platform, home, file),
      `${home}/.cline/data/settings/cline_mcp_settings.json`,
    ],
  },
  '~/.cline/data/settings/cline_mcp_settings.json',
  { allow: 'autoApprove' },
);
