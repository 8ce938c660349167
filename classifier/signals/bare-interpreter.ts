import { runWords } from '../acts.ts';
import type { Signal } from '../signal.ts';
import type { Word } from '../words.ts';

/** Nothing else that a tool could be named by this word alone. */
const interpreters = new Set(
  'bash sh zsh shell terminal powershell pwsh cmd python python3 ipython javascript ruby perl php lua eval exec repl sql ssh osascript applescript'.split(
    ' ',
  ),
);
/** Programs that do whatever their arguments say. */
const programs = new Set(
  'kubectl aws gcloud az terraform docker podman git gh helm npm npx ansible psql mysql ffmpeg curl systemctl console node deno bun'.split(
    ' ',
  ),
);
const written = /^(?:args|arguments|argv|params|command|cmd|subcommand|code|script|expression)$/i;

/** "Shell access", "An interactive shell". */
const fewWords = 3;
/** Something is said of it, and it is not run. */
const about =
  /\b(?:docs?|document\w*|help|reference|manual|history|versions?|status|news|examples?|tips)\b/i;

/** `pods_exec`, `exec_in_container`: a shell in what runs. */
const within =
  /^(?:ssh|containers?|pods?|docker|adb|vms?|instances?|hosts?|nodes?|devices?|servers?|sandbox)$/;

function executesWithin(nameWords: Word[]): boolean {
  const verb = nameWords.findIndex(({ text }) => text === 'exec');
  const behind = nameWords[verb + 1]?.text ?? 'in';
  return (
    verb >= 0 &&
    /^(?:in|on|into|command)$/.test(behind) &&
    nameWords.some(({ text }) => within.test(text))
  );
}

export const bareInterpreter: Signal = {
  id: 'bare-interpreter',
  title: 'Is named as an interpreter and says nothing else',
  why: 'A shell, an interpreter or a command line without a word of a limit runs what it is handed.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { words: [...interpreters, ...programs, 'exec'] },
  find: ({ name, nameWords, description, descriptionWords, reading }) => {
    const word = name.clean.trim().toLowerCase();
    const [first, second] = nameWords.map(({ text }) => text);
    const isRun = nameWords.length === 2 && runWords.has(first ?? '') && programs.has(second ?? '');
    const isProgram =
      (isRun || programs.has(word)) &&
      reading.parameters.some(
        ({ parameter }) => written.test(parameter.name.clean) && parameter.values.length === 0,
      );
    if (!isProgram && !interpreters.has(word) && !executesWithin(nameWords)) return [];
    // What a sentence says it does is read by the others.
    const saysMore = descriptionWords.length > fewWords && reading.clauseActs.length > 0;
    if (saysMore || about.test(description?.clean ?? '')) return [];
    return [{ signal: 'bare-interpreter', pointer: name.pointer, quote: name.raw }];
  },
  falsePositives: ['Documentation of a language, under the name of the language.'],
  examples: {
    fires: [
      { tool: { name: 'bash' }, quote: 'bash' },
      { tool: { name: 'pods_exec' }, quote: 'pods_exec' },
      { tool: { name: 'shell', description: 'Shell access' }, quote: 'shell' },
      {
        tool: { name: 'console', inputSchema: { properties: { code: { type: 'string' } } } },
        quote: 'console',
      },
      {
        tool: { name: 'kubectl', inputSchema: { properties: { args: { type: 'string' } } } },
        quote: 'kubectl',
      },
      {
        tool: { name: 'execute_ffmpeg', inputSchema: { properties: { args: { type: 'array' } } } },
        quote: 'execute_ffmpeg',
      },
    ],
    silent: [
      { name: 'terminal', description: 'Lists the gates of an airport terminal.' },
      { name: 'python', description: 'Python documentation' },
      { name: 'server_exec_stats' },
    ],
  },
};
