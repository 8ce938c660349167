import { type Command, exitCode, jsonOption } from '../command.ts';

export const sync: Command = {
  name: 'sync',
  summary: 'take servers from a registry into the store',
  options: [jsonOption],
  examples: [['mcp-risk sync', 'takes the bundled index']],
  async run({ options, terminal }) {
    const { withStore } = await import('../store.ts');
    const { syncBundledIndex } = await import('../steps/sync.ts');
    const { result } = await withStore((store) => syncBundledIndex(store));
    const { added, changed, unchanged } = result;
    if (options.json) terminal.print(JSON.stringify(result));
    else terminal.print(`${added} servers added, ${changed} changed, ${unchanged} unchanged`);
    return exitCode.fine;
  },
};
