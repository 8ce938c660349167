import { nameHas } from '../acts.ts';
import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const rights =
  /^(?:delegations?|permissions?|roles?|members?|collaborators?|acls?|polic(?:y|ies)|access|credentials?|keys?|apikeys?|invites?|invitations?|webhooks?|secrets?|passwords?|sharing|visibility|sso|certificates?|testers?|delegates?|owners?|ownership|firewall)$/;

const people = /^(?:members?|owners?)$/;
/** Who works on an item, not who may see it. */
const work = new Set(['card', 'task', 'issue', 'ticket', 'story']);

export const accessChange: Signal = {
  id: 'access-change',
  title: 'Changes who may do what',
  why: 'Grants, invitations, shares, roles, members and policies decide who reaches the data next.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  find: (text) => {
    const { reading } = text;
    const granted = actsOf(reading, 'access').filter(
      (act) => act === reading.main || act.passage.kind === 'enum',
    );
    const changed = actsOf(reading, 'create', 'update', 'delete', 'detach', 'overwrite').filter(
      (act) =>
        rights.test(act.object) &&
        !/^assign/.test(act.word) &&
        !(people.test(act.object) && nameHas(reading, work)),
    );
    return [...granted, ...changed].map((act) => quoteAct('access-change', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'share_file' }, quote: 'share_file' },
      { tool: { name: 'update_member_role' }, quote: 'update_member_role' },
      { tool: { name: 'add_collaborator' }, quote: 'add_collaborator' },
    ],
    silent: [
      { name: 'list_permissions' },
      { name: 'assign_member_to_card', description: 'Assign a member to a card' },
    ],
  },
};
