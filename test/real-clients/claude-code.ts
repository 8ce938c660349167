import { join } from 'node:path';
import { checkAgent, type Start, type Variant } from './check-agent.ts';
import { type RealClient, writeFile } from './real-client.ts';

const permissions: object[] = [
  { allow: ['mcp__srv'] },
  { allow: ['mcp__srv__*'] },
  { allow: ['mcp__srv__*_item'] },
  { allow: ['mcp__*', 'mcp__srv*', '*', 'mcp__srv__pay(amount:50)'] },
  { allow: ['mcp__srv'], deny: ['mcp__srv__pay', 'mcp__srv__other(amount:50)'] },
  { allow: ['mcp__srv'], deny: ['mcp__*'] },
  { allow: ['mcp__srv__list_items'], ask: ['mcp__srv'] },
  { defaultMode: 'dontAsk' },
];
const variants = permissions.map(
  (value): Variant =>
    () =>
      JSON.stringify({ permissions: value }),
);

export const claudeCode: RealClient = {
  id: 'claude-code',
  package: '@anthropic-ai/claude-code',
  async check({ folder, home }) {
    const start = (home: string): Start => ({
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
    });
    await checkAgent('claude-code', home, start, variants);
  },
};
