import type { Client, ExportOptions, PolicyFiles } from '../client.ts';
import { jsonText } from '../json.ts';
import { type Abilities, lower } from '../lower.ts';
import type { Policy } from '../policy.ts';
import { writePolicyJson } from '../policy-json.ts';
import { regoModule } from './rego-module.ts';
import { inServerFolder } from './server-folder.ts';
import { withoutFiles } from './without-files.ts';

const abilities: Abilities = {
  decisions: ['allow', 'ask', 'deny', 'hide'],
  defaults: ['allow', 'ask', 'deny', 'hide'],
  conditions: true,
  limits: false,
  approval: false,
  hash: true,
};

/**
 * A bundle: one module that never changes, and the policy as its data, so that no name or value is ever code.
 * Ask for `data.mcp_risk.decision` with `{tool, arguments, definitionHash}`.
 */
export const opaRego: Client = {
  id: 'opa-rego',
  name: 'Open Policy Agent (Rego)',
  kind: 'gateway',
  docs: 'https://www.openpolicyagent.org/docs/policy-language',
  checkedOn: '2026-11-25',
  checkedBy: 'evaluator',
  ...withoutFiles,
  writePolicy,
};

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, default: fallback, losses } = lower(policy, abilities, options);
  const lowered = rules.map(({ rule, decision }) => ({ ...rule, decision }));
  const { text } = writePolicyJson({ ...policy, default: fallback, rules: lowered });
  const data = { mcp_risk_policy: JSON.parse(text) };
  return {
    files: [
      { path: inServerFolder(alias, 'mcp_risk.rego'), contents: regoModule, ownership: 'owned' },
      { path: inServerFolder(alias, 'data.json'), contents: jsonText(data), ownership: 'owned' },
    ],
    losses,
  };
}
