import { runs, speaksOf } from '../acts.ts';
import { ownParameters, quoteAct, quoteMatch, quoteParameter } from '../evidence.ts';
import { parameterWords } from '../lexicon/parameters.ts';
import type { Signal } from '../signal.ts';
import { limitOf } from './read-only-query.ts';

const limits =
  /read[- ]?only|\bselect(?:-only| queries| query| statements?)|only (?:select|read)|select ?문만|조회만|읽기 ?전용|실행하지 않|只读|只能查询|不会?执行|読み取り専用|参照のみ|実行しない|solo lectura|somente leitura|nur lesend|lecture seule|только (?:для )?чтени[ея]|\b(?:soql|instaql|jql|cql|promql|logql|kql|quickbooks query)\b/i;
const named =
  /read|select|explain|validate|format|analy[sz]e|generate|convert|translate|soql|parse|lint|dry|estimate|aggregate|repair|optimi|suggest|history|save|create|list|get_/i;
const changes = /write|ddl|dml|update|insert/i;
const statements =
  /\b(?:INSERT|UPDATE|DELETE)(?:\/|, ?| and | or )(?:INSERT|UPDATE|DELETE)\b|data modification statements|\bDDL (?:operations|statements?|quer(?:y|ies))/;
const databases = new Set([
  'sql',
  'mysql',
  'postgres',
  'postgresql',
  'sqlite',
  'cypher',
  'mongodb',
  'statement',
  'statements',
  'ddl',
  'dml',
  'bigquery',
  'snowflake',
  'clickhouse',
  'mssql',
  'duckdb',
  'surrealql',
  'surrealdb',
  'aql',
  'gremlin',
  'n1ql',
]);

export const rawQuery: Signal = {
  id: 'raw-query',
  title: 'Runs SQL or another query language without a read-only limit',
  why: 'A database statement that the caller writes can change or drop anything.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'destructive',
    risk: 'critical',
    capability: 'executes-code',
    implies: ['deletes-data', 'reads-private-data'],
  },
  where: {
    words: [
      ...databases,
      'insert',
      'update',
      'delete',
      'ddl',
      'modification',
      ...parameterWords('sql'),
    ],
  },
  find: (text) => {
    const { reading } = text;
    const said = text.description?.clean ?? '';
    const asked = ownParameters(reading, 'sql', 'query');
    const limited =
      limits.test(said) ||
      (asked.length > 0 &&
        !/\bany\b/i.test(said) &&
        asked.every(({ parameter }) => limitOf(parameter.text).length > 0));
    if (!changes.test(text.name.clean) && (named.test(text.name.clean) || limited)) return [];
    const stated =
      ownParameters(reading, 'query').length > 0
        ? quoteMatch('raw-query', text.description, statements)
        : [];
    const given = ownParameters(reading, 'sql').filter(
      ({ parameter }) => parameter.type !== 'object' && !limits.test(parameter.text?.clean ?? ''),
    );
    const ran = speaksOf(reading, databases)
      ? runs(reading).filter((act) => act.passage.kind !== 'enum')
      : [];
    return [
      ...stated,
      ...given.map((parameter) => quoteParameter('raw-query', parameter)),
      ...ran.map((act) => quoteAct('raw-query', act)),
    ];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'run_write_query',
          description: 'Executes an INSERT/UPDATE/DELETE statement.',
          inputSchema: { properties: { query: { type: 'string' } } },
        },
        quote: 'INSERT/UPDATE',
      },
      {
        tool: { name: 'execute_sql', inputSchema: { properties: { sql: { type: 'string' } } } },
        quote: 'sql',
      },
      {
        tool: { name: 'execute_query', description: 'Executes any SQL statement.' },
        quote: 'execute_query',
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
