import { type Command, exitCode } from '../command.ts';
import { shells } from '../completion-script.ts';
import { UserError } from '../user-error.ts';

export const completion: Command = {
  name: 'completion',
  arguments: '<shell>',
  summary: 'a completion script for bash, zsh or fish',
  options: [],
  examples: [
    ['mcp-risk completion bash > ~/.local/share/bash-completion/completions/mcp-risk', 'for bash'],
    ['mcp-risk completion fish > ~/.config/fish/completions/mcp-risk.fish', 'for fish'],
  ],
  async run({ args, terminal }) {
    const shell = shells.find((name) => name === args[0]);
    if (!shell) throw new UserError(`completion is there for ${shells.join(', ')}`);
    const { commands } = await import('./index.ts');
    const { completionScript } = await import('../completion-script.ts');
    const all = await Promise.all(Object.values(commands).map(({ load }) => load()));
    terminal.print(completionScript(shell, all));
    return exitCode.fine;
  },
};
