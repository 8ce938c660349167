import { homeAndProject } from './paths.ts';
import { serverListClient } from './server-lists.ts';

/** `autoApprove` and `disabledTools` of each server. */
export const kiro = serverListClient(
  {
    id: 'kiro',
    name: 'Kiro',
    docs: 'https://kiro.dev/docs/mcp/configuration',
    checkedOn: '2026-11-25',
    configPaths: homeAndProject('.kiro/settings/mcp.json'),
  },
  '~/.kiro/settings/mcp.json',
  { allow: 'autoApprove', deny: 'disabledTools' },
);
