import { isRead } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const views = new Set(['get', 'list', 'search', 'compute', 'wait']);

export const lookingChoices: Signal = {
  id: 'looking-choices',
  title: 'Every action that it offers only looks',
  why: 'A tool that takes the action as an argument is judged by its worst action, and none of these changes anything.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read' },
  where: { parameters: ['action'] },
  find: (text) => {
    const { reading } = text;
    const verb = reading.main?.verb ?? 'manage';
    const chosen = reading.choices.filter((act) => act.passage.kind === 'enum');
    if (chosen.length === 0 || !(verb === 'manage' || isRead(reading))) return [];
    return reading.choices.every((act) => views.has(act.verb))
      ? chosen.slice(0, 3).map((act) => quoteAct('looking-choices', act))
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'workspaces',
          description: 'Manage workspaces',
          inputSchema: { properties: { operation: { enum: ['list', 'get'] } } },
        },
        quote: 'list',
      },
    ],
    silent: [
      {
        name: 'workspaces',
        description: 'Manage workspaces',
        inputSchema: { properties: { operation: { enum: ['list', 'delete'] } } },
      },
    ],
  },
};
