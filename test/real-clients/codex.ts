import { globSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'smol-toml';
import { checkAgent } from './check-agent.ts';
import { type RealClient, writeFile } from './real-client.ts';

export const codex: RealClient = {
  id: 'codex',
  package: '@openai/codex',
  async check({ folder, home }) {
    const [program = ''] = globSync(join(folder, 'node_modules/@openai/*/vendor/*/bin/codex'));
    await checkAgent('codex', home, (home) => ({
      program,
      args: ['exec', '--skip-git-repo-check', 'go'],
      settings(model, { name, command, args, env }) {
        const provider = { name: 'fake', base_url: `${model}/v1`, wire_api: 'responses' };
        const settings = {
          model: 'fake',
          model_provider: 'fake',
          model_providers: { fake: provider },
          mcp_servers: { [name]: { command, args, env } },
        };
        writeFile(join(home, '.codex/config.toml'), stringify(settings));
      },
    }));
  },
};
