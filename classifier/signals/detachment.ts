import { isDetached } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const detachment: Signal = {
  id: 'detachment',
  title: 'Takes off what is easily put back',
  why: 'A label, member, link or reaction is attached again with one call.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium' },
  find: (text) => {
    const { reading } = text;
    return reading.acts
      .filter((act) =>
        act.verb === 'detach'
          ? act === reading.main
          : act.verb === 'delete' && isDetached(reading, act),
      )
      .map((act) => quoteAct('detachment', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'unassign_issue' }, quote: 'unassign_issue' },
      { tool: { name: 'remove_label' }, quote: 'remove_label' },
    ],
    silent: [{ name: 'remove_file' }],
  },
};
