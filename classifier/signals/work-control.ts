import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const items =
  /^(?:issues?|tasks?|tickets?|notes?|timers?|orders?|deliver(?:y|ies)|menus?|reminders?|reports?|recordings?|invoices?|events?|meetings?|bookings?|appointments?|games?|characters?|actors?|objects?|players?|coupons?|discounts?|cart)$/;
const views = /^(?:open|opens|connects?|runs?|running)$/;

export const workControl: Signal = {
  id: 'work-control',
  title: 'Starts, stops or cancels an item of work',
  why: 'A cancelled order or a started timer is a change of a record, not of a system.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium' },
  where: { verbs: ['control'] },
  find: (text) =>
    actsOf(text.reading, 'control')
      .filter((act) => act === text.reading.main && items.test(act.object) && !views.test(act.word))
      .map((act) => quoteAct('work-control', act)),
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'cancel_order' }, quote: 'cancel_order' }],
    silent: [{ name: 'restart_service' }, { name: 'list_orders' }],
  },
};
