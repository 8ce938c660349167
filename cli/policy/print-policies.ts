import type { Client, ExportOptions, PolicyFiles } from '../../policy/client.ts';
import type { Policy } from '../../policy/policy.ts';
import { writePolicyJson } from '../../policy/policy-json.ts';
import type { CommandCall } from '../command.ts';
import { escapedJson, plain, visible } from '../terminal.ts';
import { lossLines, omissionLine } from './loss-lines.ts';

/** A policy, and what its server is called in the client. */
export interface NamedPolicy {
  alias: string;
  policy: Policy;
}

/**
 * Prints policies as files of the client, or as policy.json without one. A single file stands alone on standard output;
 * several have a line with their path above them.
 */
export function printPolicies(
  client: Client | undefined,
  policies: readonly NamedPolicy[],
  format: ExportOptions,
  { options, terminal }: CommandCall,
): void {
  const exported = policies.map(({ alias, policy }) => {
    const written = client ? client.writePolicy(policy, alias, format) : policyJson(policy, format);
    return { alias, policy, ...written };
  });
  if (options.json) {
    for (const policy of exported) terminal.printJson(policy);
    return;
  }
  const files = exported.flatMap(({ alias, files }) => files.map((file) => ({ ...file, alias })));
  if (client && files.length > 1)
    terminal.note(`${files.length} files: --write merges them into yours, --json names each`);
  for (const [index, { alias, path, contents }] of files.entries()) {
    const name = policies.length > 1 ? `${path} (${alias})` : path;
    if (files.length > 1) terminal.print(`${index > 0 ? '\n' : ''}==> ${plain(name)} <==`);
    else if (client) terminal.note(`# ${plain(name)}`);
    const text = path.endsWith('json') ? escapedJson(contents) : contents;
    for (const line of text.trimEnd().split('\n')) terminal.print(visible(line));
  }
  for (const { losses, omitted } of exported) {
    if (client && omitted) terminal.note(omissionLine(client.name, omitted));
    for (const line of lossLines(client?.name ?? 'policy.json', losses)) terminal.note(line);
  }
}

function policyJson(policy: Policy, { onLoss }: ExportOptions): PolicyFiles {
  const { text, losses } = writePolicyJson(policy, {
    onLoss: onLoss === 'looser' ? 'looser' : 'stricter',
  });
  return { files: [{ path: 'policy.json', contents: text, ownership: 'owned' }], losses };
}
