import { isDetached, isErasure } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** `list_employee_leave`: there leave is a noun. */
const looks = /^(?:list|get|search)$/;

export const detachment: Signal = {
  id: 'detachment',
  title: 'Takes off what is easily put back',
  why: 'A label, member, link or reaction is attached again with one call.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium' },
  where: { verbs: ['detach', 'delete'] },
  find: (text) => {
    const { reading } = text;
    return reading.acts
      .filter((act) =>
        act.verb === 'detach'
          ? act === reading.main &&
            !isErasure(reading) &&
            !looks.test(text.nameWords[0]?.text ?? '')
          : act.verb === 'delete' && isDetached(reading, act),
      )
      .map((act) => quoteAct('detachment', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'unassign_issue' }, quote: 'unassign_issue' },
      { tool: { name: 'remove_label' }, quote: 'remove_label' },
      {
        tool: { name: 'delete_cycle_issue', description: 'Remove an issue from a cycle' },
        quote: 'delete_cycle_issue',
      },
    ],
    silent: [
      { name: 'unlink', description: 'Delete one or more keys.' },
      { name: 'remove_file' },
      { name: 'list_employee_leave' },
    ],
  },
};
