import { shows } from '../acts.ts';
import { isDenied } from '../denial.ts';
import { ownParameters, quoteUndenied } from '../evidence.ts';
import { parameterWords } from '../lexicon/parameters.ts';
import type { Signal } from '../signal.ts';

const statements =
  /\b(?:INSERT|UPDATE|DELETE)(?:\/|, ?(?:and |or )?| and | or )(?:INSERT|UPDATE|DELETE)\b|\bdata modification statements\b|\bDDL (?:operations|statements?|quer(?:y|ies))/g;
/** What is handed in is looked at, or made for somebody else to run. */
const examined =
  /explain|valid|format|analy[sz]e|generate|convert|translate|transpile|parse|lint|dry|estimate|minify|optimi|suggest|history|save|list|get|check|audit|diff|docs?|documentation|search|code|help|log/i;
const limited = /read[- ]?only|select[- ]only|only select|\bruns? (?:an? )?select\b/i;

/** Said of the same statements: they are not run, or another tool runs them. */
const refused =
  /refus|reject|block|prohibit|forbid|disallow|den(?:y|ies|ied)|not (?:be )?(?:allowed|permitted|supported|possible|accepted)|unsupported|\bask(?:s|ed)?\b|\buse [`\w-]+ (?:for|to|instead)|instead\b/i;

/** How much of a sentence is asked, before and behind, in UTF-16 units. */
const reach = 200;

function isRefused(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(/[.;]/)
      .at(-1) ?? '';
  const behind = text.slice(end, end + reach).split(/[.;]/)[0] ?? '';
  return isDenied(text, start) || refused.test(`${before}${behind}`);
}

export const changingStatements: Signal = {
  id: 'changing-statements',
  title: 'Runs statements that change data or tables',
  why: 'Who writes the statement decides what is changed or dropped.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: {
    parameters: ['query', 'sql'],
    words: ['insert', 'update', 'delete', 'ddl', 'modification', ...parameterWords('sql')],
  },
  find: ({ name, description, reading }) => {
    const said = description?.clean ?? '';
    if (ownParameters(reading, 'query', 'sql').length === 0) return [];
    if (examined.test(name.clean) || limited.test(said)) return [];
    if (shows.has(reading.clauseActs[0]?.verb)) return [];
    return quoteUndenied('changing-statements', description, statements, isRefused);
  },
  falsePositives: ['A tool that checks such statements and runs none.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'apply_migration',
          description: 'Applies a migration. Use this when executing DDL operations.',
          inputSchema: { properties: { query: { type: 'string' } } },
        },
        quote: 'DDL operations',
      },
    ],
    silent: [
      {
        name: 'query',
        description: 'Runs SQL. INSERT, UPDATE and DELETE are refused.',
        inputSchema: { properties: { sql: { type: 'string' } } },
      },
      {
        name: 'lint_sql',
        description: 'Checks DDL statements.',
        inputSchema: { properties: { sql: { type: 'string' } } },
      },
      { name: 'list_events', description: 'Lists INSERT, UPDATE and DELETE events.' },
      {
        name: 'find_migrations',
        description: 'Finds migrations with DDL statements that match a query.',
        inputSchema: { properties: { query: { type: 'string' } } },
      },
    ],
  },
};
