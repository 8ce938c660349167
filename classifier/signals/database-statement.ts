import { runs, speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const limits = /read[-_ ]?only|\bselect\b|explain|aggregate/i;
const databases = new Set([
  'sql',
  'mysql',
  'postgres',
  'postgresql',
  'sqlite',
  'database',
  'cypher',
  'mongodb',
  'statement',
  'statements',
  'ddl',
  'dml',
  'bigquery',
  'snowflake',
  'clickhouse',
]);

export const databaseStatement: Signal = {
  id: 'database-statement',
  title: 'Executes statements on a database',
  why: 'A name such as execute_sql or run_query on a database, without a read-only limit.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  find: (text) => {
    const { reading } = text;
    if (limits.test(text.name.clean) || limits.test(text.description?.clean ?? '')) return [];
    if (!speaksOf(reading, databases)) return [];
    return runs(reading)
      .filter((act) => act.passage.kind !== 'enum')
      .map((act) => quoteAct('database-statement', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'execute_query', description: 'Executes any SQL statement.' },
        quote: 'execute_query',
      },
    ],
    silent: [
      { name: 'execute_query', description: 'Execute a SQL SELECT query' },
      { name: 'run_tests' },
    ],
  },
};
