import { join } from 'node:path';
import { checkAgent, type Start, type Variant } from './check-agent.ts';
import { type RealClient, writeFile } from './real-client.ts';

const permissions: unknown[] = [
  'ask',
  { 'srv_*': 'deny', srv_pay: 'allow' },
  { srv_pay: 'allow', 'srv_*': 'ask' },
  { '*': 'ask', 'srv_*_item': 'allow' },
];
const variants = [
  ...permissions.map(
    (permission): Variant =>
      (text) =>
        JSON.stringify({ ...JSON.parse(text), permission }),
  ),
  (text: string) => JSON.stringify({ ...JSON.parse(text), tools: { 'srv_*': false } }),
];

export const opencode: RealClient = {
  id: 'opencode',
  package: 'opencode-ai',
  async check({ folder, home }) {
    const start = (home: string): Start => ({
      program: join(
        folder,
        `node_modules/opencode-${process.platform}-${process.arch}/bin/opencode`,
      ),
      args: ['run', 'go'],
      settings(model, { name, command, args, env }) {
        const provider = {
          npm: '@ai-sdk/openai-compatible',
          options: { baseURL: `${model}/v1`, apiKey: 'none' },
          models: { fake: { tool_call: true } },
        };
        const server = { type: 'local', command: [command, ...args], environment: env };
        const settings = {
          autoupdate: false,
          share: 'disabled',
          model: 'fake/fake',
          small_model: 'fake/fake',
          provider: { fake: provider },
          mcp: { [name]: server },
        };
        writeFile(join(home, '.config/opencode/opencode.json'), JSON.stringify(settings));
      },
      env: () => ({ OPENCODE_DISABLE_MODELS_FETCH: '1' }),
    });
    await checkAgent('opencode', home, start, variants);
  },
};
