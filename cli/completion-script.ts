import type { CommandOption } from './command.ts';
import type { NamedCommand } from './commands/index.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/**
 * A script that completes commands, their options and the words that an option or a first argument may be; files
 * elsewhere. Made of the definitions, so it knows nothing else.
 */
export function completionScript(shell: Shell, commands: readonly NamedCommand[]): string {
  if (shell === 'fish') return fishScript(commands);
  const script = bashScript(commands);
  return shell === 'bash' ? script : `autoload -U +X bashcompinit && bashcompinit\n${script}`;
}

function bashScript(commands: readonly NamedCommand[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) =>
      option.choices
        ? [`      "${name} ${longFlag(option)}") words="${option.choices.join(' ')}" ;;`]
        : [],
    ),
  );
  const flags = commands.map(
    ({ name, options }) => `      ${name}) words="${options.map(longFlag).join(' ')} --help" ;;`,
  );
  const first = commands.flatMap(({ name, firstWords }) =>
    firstWords ? [`      ${name}) words="${firstWords.join(' ')}" ;;`] : [],
  );
  const names = commands.map(({ name }) => name).join(' ');
  return `_mcp_risk() {
  local words="" current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names} --help --version"
  else
    case "\${COMP_WORDS[1]} $previous" in
${values.join('\n')}
    esac
    if [ -z "$words" ] && [ "\${current#-}" != "$current" ]; then case "\${COMP_WORDS[1]}" in
${flags.join('\n')}
    esac; fi
    if [ -z "$words" ] && [ "$COMP_CWORD" -eq 2 ]; then case "\${COMP_WORDS[1]}" in
${first.join('\n')}
    esac; fi
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _mcp_risk mcp-risk
`;
}

function fishScript(commands: readonly NamedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options, firstWords }) => {
    const here = `complete -c mcp-risk -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c mcp-risk -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
      ...(firstWords
        ? [
            `complete -c mcp-risk -f -n '__fish_is_nth_token 2; and __fish_seen_subcommand_from ${name}' -a ${quote(firstWords.join(' '))}`,
          ]
        : []),
      ...options.map((option) => {
        const value = option.choices ? ` -x -a ${quote(option.choices.join(' '))}` : ' -r';
        const takes = /[<[]/.test(option.flags) ? value : '';
        return `${here} -l ${longFlag(option).slice(2)}${takes} -d ${quote(option.description)}`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function longFlag({ flags }: CommandOption): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? '';
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
