import { isRead } from '../acts.ts';
import { parametersOf, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const accessParameter: Signal = {
  id: 'access-parameter',
  title: 'Takes a role, permission or visibility',
  why: 'A write that sets a role or makes something public changes access on the way.',
  status: 'stable',
  strength: 'weak',
  suggests: { capability: 'changes-access' },
  where: { isRead: false, parameters: ['access'] },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading)) return [];
    return parametersOf(reading, 'access')
      .filter(({ parameter }) => parameter.depth <= 1)
      .slice(0, 3)
      .map((parameter) => quoteParameter('access-parameter', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'update_project',
          inputSchema: { properties: { visibility: { type: 'string' } } },
        },
        quote: 'visibility',
      },
    ],
    silent: [{ name: 'list_users', inputSchema: { properties: { role: { type: 'string' } } } }],
  },
};
