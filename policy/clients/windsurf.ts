import { listOnlyClient } from './list-only.ts';

export const windsurf = listOnlyClient({
  id: 'windsurf',
  name: 'Windsurf',
  docs: 'https://docs.windsurf.com/windsurf/cascade/mcp',
  checkedOn: '2026-11-25',
  configPaths: (_platform, home) => [`${home}/.codeium/windsurf/mcp_config.json`],
});
