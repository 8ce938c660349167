import { globSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'smol-toml';
import { checkAgent, type Start, type Variant } from './check-agent.ts';
import { type RealClient, writeFile } from './real-client.ts';

/** Keys of the server's table. */
const keys = [
  'default_tools_approval_mode = "approve"\ndisabled_tools = ["pay"]',
  'default_tools_approval_mode = "approve"\nenabled_tools = ["pay", "other"]',
  'default_tools_approval_mode = "writes"',
];
const header = '[mcp_servers.srv]\n';
const variants: Variant[] = [
  ...keys.map((more) => (text: string) => text.replace(header, `${header}${more}\n`)),
  (text) => `${text}\n[mcp_servers.srv.tools.pay]\napproval_mode = "approve"\n`,
];

export const codex: RealClient = {
  id: 'codex',
  package: '@openai/codex',
  async check({ folder, home }) {
    const [program = ''] = globSync(join(folder, 'node_modules/@openai/*/vendor/*/bin/codex'));
    const start = (home: string): Start => ({
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
    });
    await checkAgent('codex', home, start, variants);
  },
};
