import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { geminiCli as client } from '../../policy/clients/gemini-cli.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { randomCall, randomPolicy } from '../policy/random-policy.ts';
import type { RealClient } from './real-client.ts';

const alias = 'my-server';
const words = { allow: 'allow', ask: 'ask_user', deny: 'deny', hide: 'deny' };
/** The tier of the files below `~/.gemini/policies`. */
const userTier = 4;

/** Its policy engine is a library: it decides random calls of random policies. */
export const geminiCli: RealClient = {
  id: 'gemini-cli',
  package: '@google/gemini-cli-core',
  async check({ folder, home }) {
    const source = join(folder, 'node_modules/@google/gemini-cli-core/dist/src/policy');
    const { loadPoliciesFromToml } = await import(join(source, 'toml-loader.js'));
    const { PolicyEngine } = await import(join(source, 'policy-engine.js'));
    const policies = join(home, 'policies');
    mkdirSync(policies);
    console.debug = () => {};
    const property = fc.asyncProperty(
      randomPolicy(['eq', 'neq', 'in', 'exists', 'regex']),
      randomCall,
      async (policy, call) => {
        const { files, losses } = client.writePolicy(policy, alias);
        writeFileSync(join(policies, 'policy.toml'), files[0]?.contents ?? '');
        const { rules, errors } = await loadPoliciesFromToml([policies], () => userTier);
        const broken = errors.filter(
          ({ severity }: { severity?: string }) => severity !== 'warning',
        );
        assert.deepEqual(broken, []);
        const asked = { name: `mcp_${alias}_${call.tool}`, args: call.arguments };
        const { decision } = await new PolicyEngine({ rules }).check(asked, alias);
        const wanted = words[evaluate(policy, call).decision];
        const isLost = losses.some(({ tool }) => tool === call.tool);
        assert.ok(decision === wanted || (isLost && decision !== 'allow'), JSON.stringify(policy));
      },
    );
    await fc.assert(property, { numRuns: 1000 });
  },
};
