import type { Command } from './command.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A script that completes commands and their options; made of the definitions, so it knows nothing else. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  if (shell === 'fish') return fishScript(commands);
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words="${options.map(longFlag).join(' ')} --help" ;;`,
  );
  const names = commands.map(({ name }) => name).join(' ');
  const body = `_mcp_risk() {
  local words current="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names} --help --version"
  else case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="" ;;
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _mcp_risk mcp-risk
`;
  return shell === 'bash' ? body : `autoload -U +X bashcompinit && bashcompinit\n${body}`;
}

function fishScript(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c mcp-risk -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ...options.map(
      (option) =>
        `complete -c mcp-risk -n '__fish_seen_subcommand_from ${name}' -l ${longFlag(option).slice(2)} -d ${quote(option.description)}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

function longFlag({ flags }: Command['options'][number]): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? '';
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
