import { makesRandom, nameHas } from '../acts.ts';
import { quoteAct, quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const mints = /^(?:rotate|regenerate|generate|issue|mint|reveal|export)$/;
const secrets = new Set([
  'secret',
  'token',
  'key',
  'credential',
  'credentials',
  'apikey',
  'password',
  'keys',
]);
const returned =
  /\breturns? (?:its |the |a |an )?(?:new )?(?:generated )?(?:private key|api[_ ]key|(?:client |secret |access |auth |bearer )?(?:secret|token)|credentials|mnemonic|seed phrase|password)\b(?! (?:price|balance|count|usage|supply|metadata|info))/i;

export const secretReturn: Signal = {
  id: 'secret-return',
  title: 'Creates a credential and returns it',
  why: 'A new token, key or client secret comes back in the answer.',
  status: 'stable',
  strength: 'strong',
  suggests: { risk: 'critical', capability: 'reads-secrets', implies: ['changes-access'] },
  where: { words: [...secrets, 'mnemonic', 'seed'] },
  find: (text) => {
    const { reading } = text;
    const act = reading.main;
    if (act === undefined || makesRandom(reading)) return [];
    if (!mints.test(act.word) || !nameHas(reading, secrets))
      return act.verb === 'create' ? quoteMatch('secret-return', text.description, returned) : [];
    return [quoteAct('secret-return', act)];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'rotate_client_secret' }, quote: 'rotate_client_secret' },
      {
        tool: {
          name: 'create_wallet',
          description: 'Creates a wallet and returns its private key.',
        },
        quote: 'returns its private key',
      },
    ],
    silent: [
      { name: 'generate_password', description: 'Generate a random, memorable passphrase.' },
      { name: 'create_secret' },
      { name: 'delete_token' },
    ],
  },
};
