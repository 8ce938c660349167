import { readActs } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const secrets =
  /^(?:secrets?|passwords?|credentials?|cookies?|apikeys?|passphrase|mnemonic|otp|totp|env|keystore|keypair|environment_variables|privatekey)$/;
const public_ =
  /price|names|metadata|holder|balance|supply|without values|never (?:returns?|shows?|reveals?)|masked|not return/i;

export const secretReading: Signal = {
  id: 'secret-reading',
  title: 'Returns secrets, credentials or environment values',
  why: 'What it returns opens other doors.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'high', capability: 'reads-secrets' },
  find: (text) => {
    const { reading } = text;
    return readActs(reading)
      .filter((act) => act === reading.main || act.passage.kind === 'enum')
      .filter(
        (act) =>
          secrets.test(act.object) &&
          !public_.test(text.name.clean) &&
          !public_.test(text.description?.clean.slice(0, 200) ?? ''),
      )
      .map((act) => quoteAct('secret-reading', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'get_secret' }, quote: 'get_secret' },
      { tool: { name: 'list-secrets' }, quote: 'list-secrets' },
      { tool: { name: 'get-env' }, quote: 'get-env' },
    ],
    silent: [{ name: 'get_token_price' }, { name: 'list_secret_names' }],
  },
};
