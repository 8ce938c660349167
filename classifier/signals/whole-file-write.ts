import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const wholeFileWrite: Signal = {
  id: 'whole-file-write',
  title: 'Writes a file named by its path',
  why: 'Such a tool replaces what the file held before.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'high', capability: 'deletes-data' },
  where: { parameters: ['path'] },
  find: (text) => {
    const { reading } = text;
    if (
      !/^(?:[a-z0-9]+[_.-])?(?:write[_.-]?file|file[_.-]?write|overwrite[_.-]?file)$/i.test(
        text.name.clean,
      )
    )
      return [];
    if (ownParameters(reading, 'content', 'data').length === 0) return [];
    return ownParameters(reading, 'path')
      .slice(0, 1)
      .map((parameter) => quoteParameter('whole-file-write', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'write_file',
          inputSchema: { properties: { path: { type: 'string' }, content: { type: 'string' } } },
        },
        quote: 'path',
      },
    ],
    silent: [
      {
        name: 'write_note',
        inputSchema: { properties: { path: { type: 'string' }, content: { type: 'string' } } },
      },
    ],
  },
};
