import { makesRandom } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const mints = /^(?:rotate|regenerate|generate|issue|mint|reveal|export)$/;
const secrets = /^(?:secret|token|key|credentials?|apikey|password|keys)$/;

export const secretReturn: Signal = {
  id: 'secret-return',
  title: 'Creates a credential and returns it',
  why: 'A new token, key or client secret comes back in the answer.',
  status: 'stable',
  strength: 'strong',
  suggests: { risk: 'critical', capability: 'reads-secrets', implies: ['changes-access'] },
  find: (text) => {
    const { reading } = text;
    const act = reading.main;
    if (
      act === undefined ||
      !mints.test(act.word) ||
      makesRandom(reading) ||
      !text.nameWords.some((word) => secrets.test(word.text))
    )
      return [];
    return [quoteAct('secret-return', act)];
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'rotate_client_secret' }, quote: 'rotate_client_secret' }],
    silent: [
      { name: 'generate_password', description: 'Generate a random, memorable passphrase.' },
      { name: 'create_secret' },
      { name: 'delete_token' },
    ],
  },
};
