import { type Command, exitCode } from '../command.ts';
import type { OpenStore } from '../store.ts';

export const mcp: Command = {
  name: 'mcp',
  summary: 'the catalog as an MCP server over stdio, for agents and IDEs',
  options: [],
  examples: [
    [
      'mcp-risk mcp',
      'offers search_tools, explain_tool, recommend_policy and check_config; only reads',
    ],
    ['claude mcp add mcp-risk -- npx -y mcp-risk mcp', 'adds it to Claude Code'],
  ],
  async run({ signal }) {
    const { readFileSync } = await import('node:fs');
    const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
    const { createMcpServer } = await import('../mcp/server.ts');
    const { packageFile } = await import('../package-root.ts');
    const { withCatalog } = await import('../steps/seed.ts');
    const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
    const over = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    let held: Promise<void> | undefined;
    let opened: Promise<OpenStore> | undefined;
    const catalog = () => {
      opened ??= new Promise((resolve, reject) => {
        held = withCatalog((store) => {
          resolve(store);
          return over;
        });
        held.catch(reject);
      });
      return opened;
    };
    const server = createMcpServer(catalog, version);
    await server.connect(new StdioServerTransport());
    await over;
    await server.close();
    await held;
    return exitCode.fine;
  },
};
