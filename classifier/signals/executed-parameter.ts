import { isUnexecuted, nameHas } from '../acts.ts';
import { parametersOf, quoteFound } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const language =
  '(?:shell|bash|powershell|terminal|os|javascript|js|python|typescript|ruby|php|lua|luau|sql|applescript|node|source|raw|arbitrary)';
/** "Command to run in the container" is a setting of it: one command needs its language, several do not. */
const executed = new RegExp(
  String.raw`^(?:the |an? |optional )*(?:(?:\w+ )?${language} (?:commands?|scripts?|code|snippets?)|(?:commands|scripts)) (?:strings? )?(?:to (?:be )?(?:executed?|run)|for execution)(?=$|[.,;:()—–-]| (?:[(—–-]|(?:in|inside|within|via|with|after\w*|before|against|at|for|as|on (?:the|a|an|each|every|all)|locally|remotely|using|during|when|if|once|per|and|anonymously|sequentially|to)\b))`,
  'i',
);
/** "Command to run on each match", "Shell command the output is piped through". */
const between =
  /^(?:the |an? |optional )*(?:shell |bash )?commands? (?:(?:that is |to be )?(?:to )?(?:run|runs|executed?) (?:on|for|with|against|over) (?:each|every)\b|(?:that |which )?(?:the )?[\w ]{1,20} (?:is|are) (?:piped|passed|fed) (?:through|into|to)\b)/i;
/** What is checked, or kept for later, is not run by this call. */
const kept = new Set(
  `validate lint check explain review parse preview save store update classify convert translate format highlight
   analyze analyse is dry dryrun plan history create add schedule register set`.split(/\s+/),
);
const run = new Set(['run', 'exec', 'execute']);

export const executedParameter: Signal = {
  id: 'executed-parameter',
  title: 'Says of a parameter that it is executed',
  why: 'Whatever else the tool is for, it runs the command or script that it is handed.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { parameters: ['code', 'command'] },
  find: ({ reading }) => {
    if (isUnexecuted(reading) || (nameHas(reading, kept) && !nameHas(reading, run))) return [];
    for (const { parameter } of parametersOf(reading, 'code', 'command')) {
      if (parameter.values.length > 0 || parameter.text === undefined) continue;
      const said = parameter.text.clean;
      const found = executed.exec(said) ?? between.exec(said);
      if (found !== null) return [quoteFound('executed-parameter', parameter.text, found)];
    }
    return [];
  },
  falsePositives: ['a sandbox of its own, thrown away after the call'],
  examples: {
    fires: [
      {
        tool: {
          name: 'device',
          description: 'Logs, clipboard and permissions of the phone.',
          inputSchema: {
            properties: { command: { type: 'string', description: 'Shell command to execute' } },
          },
        },
        quote: 'Shell command to execute',
      },
      {
        tool: {
          name: 'validate_and_run',
          inputSchema: {
            properties: { script: { type: 'string', description: 'Bash script to be executed' } },
          },
        },
        quote: 'Bash script to be executed',
      },
      {
        tool: {
          name: 'configure_workspace',
          description: 'Sets variables of the workspace.',
          inputSchema: {
            properties: {
              run_commands: {
                type: 'array',
                items: { type: 'string' },
                description: 'Commands to run afterwards',
              },
            },
          },
        },
        quote: 'Commands to run',
      },
      {
        tool: {
          name: 'get_logs',
          description: 'Returns the logs of a service.',
          inputSchema: {
            properties: {
              post_process: {
                type: 'string',
                description: 'Shell command the output is piped through',
              },
            },
          },
        },
        quote: 'Shell command the output is piped through',
      },
    ],
    silent: [
      {
        name: 'score_code',
        inputSchema: {
          properties: { code: { type: 'string', description: 'Python code to run the linter on' } },
        },
      },
      {
        name: 'update_application',
        inputSchema: {
          properties: {
            command: { type: 'string', description: 'Command to run in the container' },
          },
        },
      },
      {
        name: 'explain_script',
        inputSchema: {
          properties: { script: { type: 'string', description: 'Bash script to run' } },
        },
      },
    ],
  },
};
