import { join } from 'node:path';
import { checkAgent } from './check-agent.ts';
import { type RealClient, writeFile } from './real-client.ts';

export const claudeCode: RealClient = {
  id: 'claude-code',
  package: '@anthropic-ai/claude-code',
  async check({ folder, home }) {
    await checkAgent('claude-code', home, (home) => ({
      program: join(
        folder,
        `node_modules/@anthropic-ai/claude-code-${process.platform}-${process.arch}/claude`,
      ),
      args: ['-p', 'go', '--mcp-config', join(home, 'servers.json')],
      settings(_model, { name, command, args, env }) {
        writeFile(
          join(home, 'servers.json'),
          JSON.stringify({ mcpServers: { [name]: { command, args, env } } }),
        );
      },
      env: (model) => ({
        ANTHROPIC_BASE_URL: model,
        ANTHROPIC_API_KEY: 'none',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      }),
    }));
  },
};
