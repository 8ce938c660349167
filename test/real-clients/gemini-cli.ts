import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { geminiCli as client } from '../../policy/clients/gemini-cli.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { randomCall, randomPolicy } from '../policy/random-policy.ts';
import { policy } from './example.ts';
import { type RealClient, writeFile } from './real-client.ts';
import { toolNames } from './recorded-tools.ts';

const alias = 'my-server';
const words = { allow: 'allow', ask: 'ask_user', deny: 'deny', hide: 'deny' };
/** The tier of the files below `~/.gemini/policies`. */
const userTier = 4;

/** Its policy engine is a library. */
export const geminiCli: RealClient = {
  id: 'gemini-cli',
  package: '@google/gemini-cli-core',
  async check({ folder, home }) {
    const source = join(folder, 'node_modules/@google/gemini-cli-core/dist/src/policy');
    console.debug = () => {};
    await checkRandomCalls(source, home);
    await checkSettings(source, home);
  },
};

/** Random calls are decided like random policies say. */
async function checkRandomCalls(source: string, home: string): Promise<void> {
  const { loadPoliciesFromToml } = await import(join(source, 'toml-loader.js'));
  const { PolicyEngine } = await import(join(source, 'policy-engine.js'));
  const policies = join(home, 'policies');
  mkdirSync(policies);
  const property = fc.asyncProperty(
    randomPolicy(['eq', 'neq', 'in', 'exists', 'regex']),
    randomCall,
    async (random, call) => {
      const { files, losses } = client.writePolicy(random, alias);
      writeFileSync(join(policies, 'policy.toml'), files[0]?.contents ?? '');
      const { rules, errors } = await loadPoliciesFromToml([policies], () => userTier);
      const broken = errors.filter(({ severity }: { severity?: string }) => severity !== 'warning');
      assert.deepEqual(broken, []);
      const asked = { name: `mcp_${alias}_${call.tool}`, args: call.arguments };
      const { decision } = await new PolicyEngine({ rules }).check(asked, alias);
      const wanted = words[evaluate(random, call).decision];
      const isLost = losses.some(({ tool }) => tool === call.tool);
      assert.ok(decision === wanted || (isLost && decision !== 'allow'), JSON.stringify(random));
    },
  );
  await fc.assert(property, { numRuns: 1000 });
}

/** Beside settings that let everything run, and without our file, it does what `today` says. */
async function checkSettings(source: string, home: string): Promise<void> {
  const { createPolicyEngineConfig } = await import(join(source, 'config.js'));
  const { PolicyEngine } = await import(join(source, 'policy-engine.js'));
  process.env.HOME = home;
  const ours = client.writePolicy(policy, alias).files[0]?.contents ?? '';
  const file = join(home, `.gemini/policies/mcp-risk-${alias}.toml`);
  for (const text of ['', ours]) {
    writeFile(file, text);
    for (const settings of [
      {},
      { mcpServers: { [alias]: { trust: true } } },
      { mcp: { allowed: [alias] } },
      { mcp: { excluded: [alias] } },
    ]) {
      const engine = new PolicyEngine(
        await createPolicyEngineConfig(settings, 'default', undefined, true),
      );
      for (const name of toolNames) {
        const asked = { name: `mcp_${alias}_${name}`, args: {} };
        const { decision } = await engine.check(asked, alias, {});
        const tool = { name, inputSchema: {} };
        const today = client.today?.([JSON.stringify(settings), text], alias, tool);
        assert.equal(
          words[today?.decision ?? 'hide'],
          decision,
          `${JSON.stringify(settings)} ${name}`,
        );
      }
    }
  }
}
