import { actsOf, hasKind, ownParameters, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** A random password that is only returned is a computation. */
const random =
  /\b(?:random|memorable|strong|secure)\b[\w ,-]{0,40}\b(?:passwords?|passphrases?|pins?)\b/i;

export const credentialChange: Signal = {
  id: 'credential-change',
  title: 'Creates, rotates or deletes a credential',
  why: 'A new or changed credential opens or closes a door.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  find: (text) => {
    const { reading } = text;
    if (
      reading.nameAct?.verb === 'create' &&
      random.test(text.description?.clean.slice(0, 160) ?? '') &&
      ownParameters(reading, 'id', 'path').length === 0
    )
      return [];
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
