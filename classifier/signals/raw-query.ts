import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const limits =
  /read[-_ ]?only|\bselect\b|explain|validate|format|analy[sz]e|read_query|readonly|generate|convert|translate|\bsoql\b|parse|lint|dry[-_ ]?run|estimate/i;

export const rawQuery: Signal = {
  id: 'raw-query',
  title: 'Runs SQL or another query language without a read-only limit',
  why: 'A database statement that the caller writes can change or drop anything.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  find: (text) => {
    const { reading } = text;
    if (limits.test(text.name.clean) || limits.test(text.description?.clean ?? '')) return [];
    return ownParameters(reading, 'sql')
      .filter(({ parameter }) => parameter.type !== 'object')
      .map((parameter) => quoteParameter('raw-query', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'execute_sql', inputSchema: { properties: { sql: { type: 'string' } } } },
        quote: 'sql',
      },
    ],
    silent: [
      {
        name: 'query',
        description: 'Run a read-only SQL query',
        inputSchema: { properties: { sql: { type: 'string' } } },
      },
      { name: 'explain_query', inputSchema: { properties: { sql: { type: 'string' } } } },
    ],
  },
};
