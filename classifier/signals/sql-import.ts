import { speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const sql = new Set(['sql', 'dump']);

export const sqlImport: Signal = {
  id: 'sql-import',
  title: 'Runs a file of SQL',
  why: 'A dump that is imported can drop and replace tables.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'destructive',
    risk: 'critical',
    capability: 'executes-code',
    implies: ['deletes-data'],
  },
  where: { words: [...sql] },
  find: (text) => {
    const { reading } = text;
    if (!speaksOf(reading, sql)) return [];
    return reading.acts
      .filter((act) => act === reading.main && /^(?:imports?|restores?|loads?)$/.test(act.word))
      .map((act) => quoteAct('sql-import', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'db_import', description: 'Imports SQL file into a database' },
        quote: 'db_import',
      },
    ],
    silent: [{ name: 'import_contacts' }],
  },
};
