import { type Command, exitCode } from '../command.ts';
import { shells } from '../completion-script.ts';
import { UserError } from '../user-error.ts';

export const completion: Command = {
  arguments: '<shell>',
  firstWords: shells,
  options: [],
  examples: [
    ['mcp-risk completion bash >> ~/.bashrc', 'for bash, from the next shell on'],
    ['mcp-risk completion zsh >> ~/.zshrc', 'for zsh'],
    ['mcp-risk completion fish > ~/.config/fish/completions/mcp-risk.fish', 'for fish'],
  ],
  async run({ args, terminal }) {
    const shell = shells.find((name) => name === args[0]);
    if (!shell) throw new UserError(`completion is there for ${shells.join(', ')}`);
    const { loadCommands } = await import('./index.ts');
    const { completionScript } = await import('../completion-script.ts');
    terminal.print(completionScript(shell, await loadCommands()));
    return exitCode.fine;
  },
};
