import { type Command, exitCode } from '../command.ts';
import type { Catalog } from '../mcp/server.ts';

export const mcp: Command = {
  options: [],
  examples: [
    ['mcp-risk mcp', 'search_tools, explain_tool, recommend_policy, check_config; only reads'],
    [
      'claude mcp add mcp-risk -- mcp-risk mcp',
      'adds it to Claude Code, where mcp-risk is installed',
    ],
  ],
  async run({ signal }) {
    const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
    const { createMcpServer } = await import('../mcp/server.ts');
    const { packageVersion } = await import('../package-version.ts');
    const { withCatalog } = await import('../steps/seed.ts');
    const over = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const catalog = oneAtATime((use) => withCatalog(signal, use));
    const server = createMcpServer(catalog, packageVersion());
    await server.connect(new StdioServerTransport());
    await over;
    await server.close();
    return exitCode.fine;
  },
};

/** The store is open during a call only, so that other commands can use it; calls wait for one another. */
function oneAtATime(open: Catalog): Catalog {
  let last: Promise<unknown> = Promise.resolve();
  return (use) => {
    const result = last.then(() => open(use));
    last = result.catch(() => {});
    return result;
  };
}
