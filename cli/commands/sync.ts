import type { Registry } from '../../crawler/registries/registry.ts';
import {
  type Command,
  type CommandCall,
  type CommandOption,
  exitCode,
  jsonOption,
} from '../command.ts';
import { contactOption, readContact } from '../crawl-options.ts';
import { fileError } from '../file-error.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const registryOption: CommandOption = {
  flags: '--registry <where>',
  description: 'index (bundled), official, the address of one that speaks its API, or a file',
  default: 'index',
};

export const sync: Command = {
  options: [registryOption, contactOption, jsonOption],
  examples: [
    ['mcp-risk sync', 'takes the bundled index'],
    [
      'mcp-risk sync --registry official',
      'takes the official MCP registry; goes on where it was interrupted',
    ],
    [
      'mcp-risk sync --registry servers.json',
      'takes your own list: server.json objects or an mcp.json',
    ],
  ],
  async run({ options, terminal, signal }) {
    const { withStore } = await import('../store.ts');
    const { syncBundledIndex, syncRegistry } = await import('../steps/sync.ts');
    const registry = await openRegistry(options);
    const result = await withStore(signal, async (store) => {
      if (!registry) return { ...(await syncBundledIndex(store)).result, malformed: [] };
      return syncRegistry(store, registry, {
        signal,
        onPage: ({ pages, added }) =>
          terminal.status(`${pages} pages read, ${added} servers added`),
      });
    });
    terminal.status('');
    for (const item of result.malformed) {
      terminal.note(`left out: ${plain(item.where)}: ${plain(item.reason)}`);
    }
    const { added, changed, unchanged } = result;
    if (options.json) terminal.printJson(result);
    else terminal.print(`${added} servers added, ${changed} changed, ${unchanged} unchanged`);
    return exitCode.fine;
  },
};

/** Undefined: the bundled index. @throws UserError for a file that cannot be read or is no list */
export async function openRegistry(options: CommandCall['options']): Promise<Registry | undefined> {
  const where = String(options.registry);
  if (where === 'index') return undefined;
  if (where === 'official' || /^https?:\/\//.test(where)) {
    const { createGuard } = await import('../../crawler/guard/guard.ts');
    const { officialRegistry } = await import('../../crawler/registries/official.ts');
    if (where !== 'official' && !URL.canParse(where)) {
      throw new UserError(`--registry ${plain(where)} is no address`);
    }
    const baseUrl = where === 'official' ? {} : { baseUrl: where };
    return officialRegistry({ guard: createGuard(readContact(options)), ...baseUrl });
  }
  const { readFile } = await import('node:fs/promises');
  const { userListRegistry } = await import('../../crawler/registries/user-list.ts');
  const { configuredTarget } = await import('../scan/launch-target.ts');
  const { withoutByteOrderMark } = await import('../../classifier/without-byte-order-mark.ts');
  const { parseErrorWords } = await import('../../policy/read-json.ts');
  try {
    const options = { targetOf: configuredTarget, parseErrorWords };
    return userListRegistry(withoutByteOrderMark(await readFile(where, 'utf8')), options);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${plain(where)}: ${error.message}`);
    throw fileError('read', where, error);
  }
}
