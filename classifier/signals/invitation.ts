import { speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const invites = /^(?:invites?|招待|邀请|초대)$/;
/** Who is invited to these gets no rights. */
const meetings = new Set([
  'event',
  'events',
  'meeting',
  'meetings',
  'calendar',
  'appointment',
  'appointments',
]);
const guests = /^(?:testers?|guests?|collaborators?|invitations?|invites?)$/;

export const invitation: Signal = {
  id: 'invitation',
  title: 'Invites people or adds them by address',
  why: 'The invited are written to, and get in.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'write',
    risk: 'high',
    capability: 'changes-access',
    implies: ['communicates'],
  },
  where: { words: [...wordsOf(invites), ...wordsOf(guests)] },
  find: (text) => {
    const { reading } = text;
    if (speaksOf(reading, meetings)) return [];
    return reading.acts
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          (invites.test(act.word) || (act.verb === 'create' && guests.test(act.object))),
      )
      .slice(0, 2)
      .map((act) => quoteAct('invitation', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'invite_user' }, quote: 'invite_user' },
      { tool: { name: 'add_tester_to_group' }, quote: 'add_tester_to_group' },
    ],
    silent: [{ name: 'list_invitations' }],
  },
};
