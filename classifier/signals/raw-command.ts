import { beginningLength, isRead } from '../acts.ts';
import { quoteStated } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /\b(?:any|raw|arbitrary|free-?form|your own)\b[\w ,"'`()/-]{0,30}?\b(?:commands?|command lines?|arguments?|argument list|flags|g-?code|graphql (?:documents?|quer(?:y|ies)|operations?)|mutations?|(?:json-?rpc|rpc|api) (?:methods?|calls?|requests?|endpoints?)|opcodes?)\b|\bqueries (?:as well as|and|or) mutations\b/gi;
/** How a command is written is looked up, or checked. */
const described =
  /explain|docs?|help|schema|history|valid|lint|parse|format|list|search|find|suggest|completion|preview|dry/i;

export const rawCommand: Signal = {
  id: 'raw-command',
  title: 'Hands any command or argument to another program',
  why: 'What a console, a command line or an API accepts goes far beyond what the tool is named for.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: {
    words: ['any', 'raw', 'arbitrary', 'freeform', 'free', 'own', 'mutations'],
  },
  find: (text) => {
    const { reading, description } = text;
    if (reading.parameters.length === 0 || described.test(text.name.clean)) return [];
    if (reading.main !== undefined && isRead(reading)) return [];
    return quoteStated('raw-command', description, said, beginningLength);
  },
  falsePositives: ['any command of a short list that the description goes on to name'],
  examples: {
    fires: [
      {
        tool: {
          name: 'lldb_command',
          description: 'Any raw LLDB command.',
          inputSchema: { properties: { command: { type: 'string' } } },
        },
        quote: 'Any raw LLDB command',
      },
      {
        tool: {
          name: 'graphql_admin',
          description: 'Sends any GraphQL document, queries as well as mutations.',
          inputSchema: { properties: { document: { type: 'string' } } },
        },
        quote: 'any GraphQL document',
      },
    ],
    silent: [
      {
        name: 'explain_command',
        description: 'Explains any command.',
        inputSchema: { properties: { command: { type: 'string' } } },
      },
      {
        name: 'restart',
        description: 'Restarts without any arguments.',
        inputSchema: { properties: { service: { type: 'string' } } },
      },
    ],
  },
};
