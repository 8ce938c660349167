import { isRead, nameHas } from '../acts.ts';
import { quoteAct, quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /\bopens? (?:a |the |your )?(?:[\w-]+ ){0,3}(?:browser|page)\b[^.]{0,60}\b(?:auth\w*|log[- ]?in|sign[- ]?in|oauth)\b|\b(?:oauth|log[- ]?in|sign[- ]?in)\b[^.]{0,60}\bbrowser\b/i;
const accounts = /^(?:accounts?|agents?|clients?|devices?)$/;
const enrols = /^(?:registers?|enrolls?|onboards?|signup)$/;
const lists = new Set(['list', 'sandbox', 'domain', 'tool', 'webhook']);

export const accountLink: Signal = {
  id: 'account-link',
  title: 'Signs in, links or registers an account',
  why: 'From then on the server acts with the rights of that account.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  where: {
    words: [
      'open',
      'opens',
      'oauth',
      'login',
      'log',
      'signin',
      'sign',
      'register',
      'registers',
      'enroll',
      'enrolls',
      'onboard',
      'onboards',
      'signup',
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading) && reading.nameAct !== undefined) return [];
    const enrolled = reading.acts.find(
      (act) =>
        enrols.test(act.word) &&
        act.passage.kind !== 'enum' &&
        (accounts.test(act.object) || act.object === '') &&
        !nameHas(reading, lists),
    );
    if (enrolled !== undefined) return [quoteAct('account-link', enrolled)];
    return quoteMatch('account-link', text.description, said);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'register_account', description: 'Register a new account.' },
        quote: 'register_account',
      },
      {
        tool: {
          name: 'connect_tracker',
          description: 'Connects it. Opens a browser window to log in.',
        },
        quote: 'Opens a browser window to log in',
      },
    ],
    silent: [{ name: 'list_accounts' }, { name: 'create_task' }],
  },
};
