import type { Client, ExportOptions, PolicyFiles } from '../client.ts';
import { type Abilities, lower, plainAbilities } from '../lower.ts';
import type { Policy } from '../policy.ts';
import { yamlList } from '../yaml-text.ts';
import { inServerFolder } from './server-folder.ts';
import { withoutFiles } from './without-files.ts';

const abilities: Abilities = {
  ...plainAbilities,
  decisions: ['allow', 'deny', 'hide'],
  defaults: ['deny', 'hide'],
};

/** Any rule that is true allows; the arguments are not there when the rules are read. */
export const agentgatewayCel: Client = {
  id: 'agentgateway-cel',
  name: 'agentgateway (CEL)',
  kind: 'gateway',
  docs: 'https://agentgateway.dev/docs/standalone/latest/mcp/mcp-authz/',
  checkedOn: '2026-11-25',
  checkedBy: 'evaluator',
  ...withoutFiles,
  writePolicy,
};

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, losses } = lower(policy, abilities, options);
  const allowed = rules.filter(({ decision }) => decision === 'allow').map(({ tool }) => tool);
  const target = `mcp.tool.target == ${celString(alias)}`;
  const conditions = allowed.map((tool) => `${target} && mcp.tool.name == ${celString(tool)}`);
  // Without any rule everything is allowed.
  const list = yamlList(conditions.length > 0 ? conditions : ['false'], '    ');
  const contents = `mcpAuthorization:\n  rules:${list}\n`;
  return {
    files: [
      { path: inServerFolder(alias, 'agentgateway-policies.yaml'), contents, ownership: 'owned' },
    ],
    losses,
  };
}

/** A CEL string literal; every character beyond plain ASCII as `\u` or `\U`. */
export function celString(text: string): string {
  const escaped = Array.from(text, (character) => {
    if (/^[A-Za-z0-9 _.,:;/@#$%&()+=<>?!^~|[\]{}*-]$/.test(character)) return character;
    const code = (character.codePointAt(0) ?? 0xfffd).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
  return `"${escaped.join('')}"`;
}
