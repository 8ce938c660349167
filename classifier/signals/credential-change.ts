import { makesRandom } from '../acts.ts';
import { actsOf, hasKind, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const credentialChange: Signal = {
  id: 'credential-change',
  title: 'Creates, rotates or deletes a credential',
  why: 'A new or changed credential opens or closes a door.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  where: {
    verbs: ['create', 'update', 'delete', 'access', 'overwrite', 'control'],
    nouns: ['secret'],
  },
  find: (text) => {
    const { reading } = text;
    if (makesRandom(reading)) return [];
    return actsOf(reading, 'create', 'update', 'delete', 'access', 'overwrite', 'control')
      .filter((act) => hasKind(act.kinds, 'secret') && !/^(?:cookies?|env|seed)$/.test(act.object))
      .map((act) => quoteAct('credential-change', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'create_secret' }, quote: 'create_secret' },
      { tool: { name: 'rotate_api_token' }, quote: 'rotate_api_token' },
    ],
    silent: [
      {
        name: 'generate_password',
        description: 'Generate a random password of a given length.',
      },
      { name: 'get_token_price' },
      { name: 'list_secrets' },
    ],
  },
};
