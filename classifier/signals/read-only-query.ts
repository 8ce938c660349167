import { parametersOf, quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const limits =
  /read[- ]?only|\bSELECT(?:-only| queries| query| statements?)|\bonly SELECT|\b(?:SOQL|InstaQL|JQL|PromQL|LogQL|KQL|QuickBooks query)\b/i;

export const readOnlyQuery: Signal = {
  id: 'read-only-query',
  title: 'Runs queries restricted to reads',
  why: 'A query language that is limited to reading returns rows and changes nothing.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', capability: 'reads-private-data' },
  where: {
    parameters: ['sql', 'query'],
    words: [
      'only',
      'readonly',
      'select',
      'soql',
      'instaql',
      'jql',
      'promql',
      'logql',
      'kql',
      'quickbooks',
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (parametersOf(reading, 'sql', 'query').length === 0) return [];
    return quoteMatch('read-only-query', text.description, limits);
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
