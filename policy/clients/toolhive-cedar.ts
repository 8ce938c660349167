import type { Client, ExportOptions, PolicyFiles } from '../client.ts';
import { jsonText } from '../json.ts';
import { type Abilities, lower, plainAbilities } from '../lower.ts';
import type { Policy } from '../policy.ts';
import { canBeCedar, cedarPermits } from './cedar-permit.ts';
import { inServerFolder } from './server-folder.ts';
import { withoutFiles } from './without-files.ts';

const abilities: Abilities = {
  ...plainAbilities,
  decisions: ['allow', 'deny', 'hide'],
  defaults: ['deny', 'hide'],
  conditions: canBeCedar,
};

/** Permits only: what none permits is denied, and a condition that fails to evaluate permits nothing. */
export const toolhiveCedar: Client = {
  id: 'toolhive-cedar',
  name: 'ToolHive (Cedar)',
  kind: 'gateway',
  docs: 'https://docs.stacklok.com/toolhive/concepts/cedar-policies',
  checkedOn: '2026-11-25',
  checkedBy: 'evaluator',
  ...withoutFiles,
  writePolicy,
};

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, losses } = lower(policy, abilities, options);
  const allowed = rules.filter(({ decision }) => decision === 'allow');
  const config = {
    version: '1.0',
    type: 'cedarv1',
    cedar: {
      policies: [
        'permit(principal, action == Action::"list_tools", resource == FeatureType::"tool");',
        ...allowed.flatMap(({ rule }) => cedarPermits(rule, canBeCedar(rule))),
      ],
      entities_json: '[]',
    },
  };
  return {
    files: [
      {
        path: inServerFolder(alias, 'authz-config.json'),
        contents: jsonText(config),
        ownership: 'owned',
      },
    ],
    losses,
  };
}
