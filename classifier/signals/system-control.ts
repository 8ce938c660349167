import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const opens = /^(?:open|opens|close|closes)$/;
/** What is opened to be looked at. */
const shown =
  /^(?:nodes?|interest|orders?|top|pages?|items?|cards?|details?|pull|prs?|positions?|documents?|urls?|folders?)$/;
/** A file or user that is cut off from a system. */
const confines = /^(?:quarantines?|isolates?|contains?|suspends?)$/;
const own =
  /^(?:issue|issues|task|tasks|ticket|note|file|files|document|timer|trace|recording|orders?|deliver(?:y|ies)|menus?|search|screencast|codegen|operation|queries|query|actions?|commits?|reminders?|diagnostics?|reports?|recordings?|users?|members?|accounts?|posts?|actors?|characters?|objects?|players?|positions?|coupons?|discounts?|labels?|filters?|templates?|themes?|styles?|appointments?|reservations?|bookings?|meetings?|events?|interviews?|emails?|messages?|payments?|invoices?|leaves?|absences?|vacations?|surveys?|polls?|quiz(?:zes)?|courses?|lessons?|conversations?|chats?|memor(?:y|ies)|sprints?|goals?|habits?|cypher|sql|statements?|lint|linter|transactions?|editing|selection|text|lines?|sentences?|images?|paths?|fields?|columns?|contracts?|tokens?|mfa|2fa|sso|audio|sounds?|tones?|melod(?:y|ies)|speech)$/;

export const systemControl: Signal = {
  id: 'system-control',
  title: 'Starts, stops, deploys or configures systems or jobs',
  why: 'Compute, services, jobs and devices change state for everyone who relies on them.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { verbs: ['control'] },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'control')
      .filter(
        (act) =>
          (act === reading.main || act.passage.kind === 'enum') &&
          !(opens.test(act.word) && shown.test(act.object)) &&
          (!own.test(act.object) ||
            confines.test(act.word) ||
            (/^deploys?$/.test(act.word) && !/^(?:contract|token)/.test(act.object))) &&
          !/^(?:connects?|disconnects?|switch|switches)$/.test(act.word),
      )
      .map((act) => quoteAct('system-control', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'application-deploy' }, quote: 'application-deploy' },
      { tool: { name: 'restart_service' }, quote: 'restart_service' },
    ],
    silent: [{ name: 'list_jobs' }, { name: 'open_nodes' }, { name: 'cancel_order' }],
  },
};
