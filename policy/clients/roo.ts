import { extensionFile, serverListClient } from './server-lists.ts';

const file = 'rooveterinaryinc.roo-cline/settings/mcp_settings.json';

/** `alwaysAllow` and `disabledTools` of each server. */
export const roo = serverListClient(
  {
    id: 'roo',
    name: 'Roo Code',
    docs: 'https://docs.roocode.com/features/mcp/using-mcp-in-roo',
    checkedOn: '2026-11-25',
    configPaths: (platform, home) => [extensionFile(platform, home, file), '.roo/mcp.json'],
  },
  '.roo/mcp.json',
  { allow: 'alwaysAllow', deny: 'disabledTools' },
);
