import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const bars =
  /^(?:ban|unban|kick|block|unblock|suspend|unsuspend|mute|unmute|timeout|expel|restrict|moderate)$/;
const people =
  /^(?:members?|users?|participants?|followers?|players?|accounts?|people|contacts?|guests?|subscribers?|chat)$/;

export const personBarred: Signal = {
  id: 'person-barred',
  title: 'Bars somebody, or lets them in again',
  why: 'One person loses or regains access; everyone else keeps theirs.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  where: { verbs: ['access', 'control', 'update'] },
  find: (text) => {
    const act = text.reading.nameAct;
    return act !== undefined && bars.test(act.word) && people.test(act.object)
      ? [quoteAct('person-barred', act)]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'ban_member' }, quote: 'ban_member' },
      { tool: { name: 'block_user' }, quote: 'block_user' },
    ],
    silent: [{ name: 'mute_monitor' }, { name: 'list_members' }],
  },
};
