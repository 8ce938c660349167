import { clients } from '../../policy/clients/index.ts';
import { postures } from '../../policy/policy.ts';
import { type Command, jsonOption } from '../command.ts';
import { reachOptions } from '../crawl-options.ts';
import { UserError } from '../user-error.ts';

export const policy: Command = {
  arguments: '<for|validate|test> <target> [call]',
  firstWords: ['for', 'validate', 'test'],
  options: [
    {
      flags: '--posture <name>',
      description: 'how careful',
      default: 'balanced',
      choices: postures,
    },
    {
      flags: '--client <id>',
      description: 'in the format of this client or gateway',
      choices: clients.map(({ id }) => id),
    },
    {
      flags: '--on-loss <side>',
      description:
        'where the format cannot say a rule: the next stricter one, the next looser one, or the stricter one with a lost rate limit only told (uncounted)',
      default: 'uncounted',
      choices: ['stricter', 'uncounted', 'looser'],
    },
    {
      flags: '--alias <name>',
      description: "your name for the server in the client's configuration",
    },
    {
      flags: '--within <folder>',
      description: 'with for: paths given to a tool have to lie in this folder',
    },
    { flags: '--write', description: "merge into the client's own files, with a backup" },
    { flags: '--dry-run', description: 'show what --write would change, and write nothing' },
    {
      flags: '--server <id>',
      description: 'with validate: check tools and parameters against this server',
    },
    {
      flags: '-y, --yes',
      description: 'with a configuration: start and reach its servers without asking',
    },
    { flags: '--catalog-only', description: 'with a configuration: use what the catalog knows' },
    ...reachOptions,
    jsonOption,
  ],
  examples: [
    ['mcp-risk policy for mcp-server-docker', 'prints its policy.json'],
    [
      'mcp-risk policy for .mcp.json --client claude-code --catalog-only --dry-run',
      "what would change in Claude Code's settings, for every server of it",
    ],
    [
      'mcp-risk policy for @cyanheads/git-mcp-server --within ./project',
      'paths outside of the folder are denied',
    ],
    ['mcp-risk policy validate policy.json', 'each error with line and JSON pointer'],
    ['mcp-risk policy test policy.json call.json', 'what the policy decides about a call, and why'],
  ],
  notes: [
    'CALL of "policy test FILE CALL" is a file, or - for standard input. It holds one call, {"name": "a_tool", "arguments": {}}, or JSON-RPC as it goes over the wire: a request, or a list of them, of which each tools/call is decided.',
    'Without --write, --dry-run and --json, "policy for" prints the file as it is; of several, each below a line "==> PATH <==", with the name of the server where there are more than one.',
    'With --json, and without --write or --dry-run, "policy for" prints an object for each server: {"alias", "policy", "files", "losses"}, files being a list of {"path", "contents", "ownership"}, with "omitted" where the files leave tools out on purpose, or {"alias", "policy": null, "inspection"} for one of which nothing is known.',
  ],
  async run(call) {
    const [action, target = '', file] = call.args;
    if (action === 'test') {
      const { testPolicy } = await import('../policy/test-policy.ts');
      return testPolicy(call, target, file);
    }
    if (file !== undefined) throw new UserError(`"policy ${action}" takes one file or server`);
    if (action === 'validate') {
      const { validateFile } = await import('../policy/validate-file.ts');
      return validateFile(call, target);
    }
    if (action !== 'for') {
      throw new UserError(
        'say "policy for SERVER", "policy for CONFIGURATION", "policy validate FILE" or "policy test FILE CALL"',
      );
    }
    const { policyFor } = await import('../policy/policy-for.ts');
    return policyFor(call, target);
  },
};
