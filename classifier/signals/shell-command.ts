import { isUnexecuted, runs, runWords } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import { verbForms } from '../lexicon/verbs.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const shell =
  /^(?:shell|bash|terminal|process|powershell|cmd|zsh|ssh|osascript|applescript|commandline)$/;
const commands = /^(?:commands?|shell|bash|terminal|powershell|cmd|applescript)$/;
const checks =
  /valid|lint|format|check|explain|analy|review|parse|alias|snippet|search|find|suggest|docs?_|history|create|get_|list|update|edit|status|slash|voice|remote_control|bot_command|prompt/i;

export const shellCommand: Signal = {
  id: 'shell-command',
  title: 'Runs commands of the operating system',
  why: 'A shell reaches every file, secret, process and host that its user can.',
  status: 'stable',
  strength: 'decisive',
  suggests: {
    operation: 'destructive',
    risk: 'critical',
    capability: 'executes-code',
    implies: [
      'deletes-data',
      'controls-systems',
      'reads-private-data',
      'reads-secrets',
      'reaches-network',
    ],
  },
  where: { words: [...wordsOf(shell), ...wordsOf(commands), ...runWords, ...verbForms('exec')] },
  find: (text) => {
    const { reading } = text;
    if (checks.test(text.name.clean) || isUnexecuted(reading)) return [];
    const given = ownParameters(reading, 'command').filter(
      ({ parameter }) =>
        parameter.type !== 'boolean' &&
        parameter.type !== 'object' &&
        parameter.values.length === 0,
    );
    const shells =
      text.nameWords.some((word) => shell.test(word.text)) ||
      runs(reading).some((act) => act.passage.kind !== 'enum' && commands.test(act.object));
    if (
      given.length === 0 &&
      !(
        shells &&
        runs(reading).some((act) => act.passage.kind === 'name' && commands.test(act.object))
      )
    )
      return [];
    if (!shells && !runs(reading).some((act) => act.passage.kind !== 'enum')) return [];
    return given.length > 0
      ? given.map((parameter) => quoteParameter('shell-command', parameter))
      : [{ signal: 'shell-command', pointer: text.name.pointer, quote: text.name.raw }];
  },
  falsePositives: ['run_command with a fixed list of commands in an enum'],
  examples: {
    fires: [
      {
        tool: {
          name: 'exec_command',
          description: '在服务器上执行命令',
          inputSchema: { properties: { command: { type: 'string' } } },
        },
        quote: 'command',
      },
      { tool: { name: 'run_shell_command' }, quote: 'run_shell_command' },
    ],
    silent: [
      { name: 'add_alias', inputSchema: { properties: { command: { type: 'string' } } } },
      { name: 'list_commands' },
      {
        name: 'execute_prompt',
        description: 'Execute a prompt by name.',
        inputSchema: { properties: { command: { type: 'string' } } },
      },
    ],
  },
};
