import { makesRandom, nameHas, speaksOf } from '../acts.ts';
import { actsOf, quoteAct } from '../evidence.ts';
import { verbForms } from '../lexicon/verbs.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Act } from '../reading/act.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

const rights =
  /^(?:delegations?|permissions?|perms|roles?|members?|collaborators?|acls?|polic(?:y|ies)|access|credentials?|keys?|apikeys?|mfa|2fa|scopes?|cors|allowlists?|blocklists?|whitelists?|denylists?|entitlements?|invites?|invitations?|webhooks?|secrets?|passwords?|sharing|visibility|sso|certificates?|testers?|delegates?|owners?|ownership|firewall)$/;

/** A key of a store names a value. */
const stored = new Set([
  'value',
  'values',
  'redis',
  'cache',
  'kv',
  'store',
  'hash',
  'keys',
  'expiry',
  'ttl',
  'translation',
  'foreign',
  'primary',
]);
/** How long a message of a queue is out of sight. */
const hidden = new Set(['timeout']);
/** `make_bucket_public`: who may look changes with the word. */
const audiences = new Set(['public', 'private', 'admin', 'owner', 'shared', 'publicly']);

/** Who is assigned to these gets what they have. */
const groups = new Set(['group', 'groups', 'role', 'roles']);
/** An account that machines sign in with. */
const service = new Set(['service', 'admin', 'robot']);

const people = /^(?:members?|owners?)$/;
/** Who works on an item, not who may see it. */
const work = new Set(['card', 'task', 'issue', 'ticket', 'story', 'stories', 'list', 'timeout']);
/** A link that opens something to whoever has it. */
const open = new Set(['public', 'share', 'shared', 'sharing', 'invite', 'invitation']);

/** Their rules decide who gets through. */
const gates = new Set(['firewall', 'security', 'acl', 'iptables', 'ingress', 'waf']);

/** An account of the system itself, not a person in a list. */
function accounts(reading: Reading, act: Act): boolean {
  return (
    act.verb !== 'detach' &&
    act.passage.kind !== 'enum' &&
    (act.object.startsWith('user')
      ? !nameHas(reading, work)
      : nameHas(reading, new Set(['permission', 'role', 'access', 'security'])))
  );
}

export const accessChange: Signal = {
  id: 'access-change',
  title: 'Changes who may do what',
  why: 'Grants, invitations, shares, roles, members and policies decide who reaches the data next.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  where: {
    verbs: ['access', 'create', 'update', 'delete', 'detach', 'overwrite', 'clear', 'control'],
    words: [
      ...wordsOf(rights),
      'user',
      'users',
      'group',
      'groups',
      'rule',
      'rules',
      ...gates,
      'link',
      'links',
      ...audiences,
      'account',
      'accounts',
      'assign',
      'assigns',
      ...verbForms('access'),
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (makesRandom(reading)) return [];
    const granted = actsOf(reading, 'access').filter(
      (act) => act === reading.main || act.passage.kind === 'enum',
    );
    const changed = actsOf(
      reading,
      'create',
      'update',
      'delete',
      'detach',
      'overwrite',
      'clear',
      'control',
    ).filter(
      (act) =>
        !/^(?:sync|fetch|import)/.test(act.word) &&
        ((/^assign/.test(act.word) && nameHas(reading, groups)) ||
          (/^accounts?$/.test(act.object) && nameHas(reading, service)) ||
          (rights.test(act.object) &&
            !(/^keys?$/.test(act.object) && speaksOf(reading, stored)) &&
            !(act.object === 'visibility' && speaksOf(reading, hidden))) ||
          (/^(?:make|set|mark|toggle)$/.test(act.word) && audiences.has(act.object)) ||
          (/^(?:users?|groups?)$/.test(act.object) && accounts(reading, act)) ||
          (/^(?:rules?|headers?|settings?|config|configuration)$/.test(act.object) &&
            nameHas(reading, gates)) ||
          (/^links?$/.test(act.object) && nameHas(reading, open))) &&
        (!/^assign/.test(act.word) ||
          /^(?:roles?|permissions?|polic(?:y|ies)|licenses?)$/.test(act.object) ||
          nameHas(reading, groups)) &&
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
      { tool: { name: 'create_public_link' }, quote: 'create_public_link' },
      { tool: { name: 'delete_user' }, quote: 'delete_user' },
      { tool: { name: 'reset_password' }, quote: 'reset_password' },
      { tool: { name: 'disable_user' }, quote: 'disable_user' },
      { tool: { name: 'add_firewall_rule' }, quote: 'add_firewall_rule' },
      { tool: { name: 'assign_role' }, quote: 'assign_role' },
    ],
    silent: [
      { name: 'generate_password', description: 'Generate a secure random password.' },
      { name: 'list_permissions' },
      { name: 'create_link' },
      { name: 'add_user_to_list' },
      { name: 'sync_team_members' },
      { name: 'assign_member_to_card', description: 'Assign a member to a card' },
    ],
  },
};
