import type { Evidence } from '../classification.ts';
import { parametersOf, quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';
import type { Passage } from '../text.ts';

const limits =
  /read[- ]?only|\bSELECT(?:-only| queries| query| statements?)|\bonly SELECT|\b(?:SOQL|InstaQL|JQL|PromQL|LogQL|KQL|QuickBooks query)\b/i;

/** A parameter may name a language that it is written in; only this limits it. */
const onlySelects =
  /(?<!\b(?:not|non|never|isn't) ?-?)(?:\bread[- ]?only\b|\bSELECT(?: queries| statements?)? only\b|\bonly SELECT\b)/i;
const unlimited = /\b(?:insert|update|delete|drop|off|unlike|any)\b/i;

/** Where the text of a parameter limits its query to reads, the words that say so. */
export function limitOf(passage: Passage | undefined): Evidence[] {
  return unlimited.test(passage?.clean ?? '')
    ? []
    : quoteMatch('read-only-query', passage, onlySelects);
}

export const readOnlyQuery: Signal = {
  id: 'read-only-query',
  title: 'Runs queries restricted to reads',
  why: 'A query language that is limited to reading returns rows and changes nothing.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', capability: 'reads-private-data' },
  where: { parameters: ['sql', 'query'] },
  find: (text) => {
    const { reading } = text;
    const asked = parametersOf(reading, 'sql', 'query').map(({ parameter }) => parameter.text);
    if (asked.length === 0) return [];
    return [
      ...quoteMatch('read-only-query', text.description, limits),
      ...asked.flatMap(limitOf),
    ].slice(0, 1);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'query',
          description: 'Run a read-only SQL query',
          inputSchema: { properties: { sql: { type: 'string' } } },
        },
        quote: 'read-only',
      },
      {
        tool: {
          name: 'execute_query',
          inputSchema: {
            properties: {
              query: { type: 'string', description: 'SQL to execute (SELECT queries only)' },
            },
          },
        },
        quote: 'SELECT queries only',
      },
    ],
    silent: [
      {
        name: 'query',
        description: 'Run SQL',
        inputSchema: { properties: { sql: { type: 'string' } } },
      },
    ],
  },
};
