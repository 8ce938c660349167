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
  {
    allow: 'autoApprove',
    // Seen in cline 3.0.65, the program on npm.
    loss: {
      tool: '*',
      wanted: 'decide in the command line too',
      instead:
        'counts in the editor; the command line runs every tool, or none with --auto-approve false',
    },
  },
);
