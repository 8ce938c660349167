import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const fileOverwrite: Signal = {
  id: 'file-overwrite',
  title: 'Writes a whole file by name',
  why: 'Writing content to a path replaces what the file held.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'high', capability: 'deletes-data' },
  where: { verbs: ['create'], parameters: ['path'] },
  find: (text) => {
    const { reading } = text;
    const act = reading.main;
    if (act === undefined || act.verb !== 'create' || !/^(?:write|writes|save|put)$/.test(act.word))
      return [];
    if (ownParameters(reading, 'content', 'data').length === 0) return [];
    return ownParameters(reading, 'path')
      .slice(0, 1)
      .map((parameter) => quoteParameter('file-overwrite', parameter));
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
      { name: 'write_note', inputSchema: { properties: { content: { type: 'string' } } } },
      { name: 'read_file', inputSchema: { properties: { path: { type: 'string' } } } },
    ],
  },
};
