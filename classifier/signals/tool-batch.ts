import { runs } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const several =
  /\b(?:multiple|several|batch of|sequence of|series of|any) (?:other )?(?:tool steps|tool calls|tools?|commands)\b/i;

export const toolBatch: Signal = {
  id: 'tool-batch',
  title: 'Runs other tools or commands in a batch',
  why: 'A batch can hold whatever its worst step can do.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical' },
  where: { words: ['multiple', 'several', 'batch', 'sequence', 'series', 'any'] },
  find: (text) => {
    if (runs(text.reading).length === 0) return [];
    return quoteMatch('tool-batch', text.description, several, 200);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'batch_execute', description: 'Execute multiple tool steps in one call.' },
        quote: 'multiple tool steps',
      },
    ],
    silent: [{ name: 'search_tools', description: 'Searches multiple tools by name.' }],
  },
};
