import { nameHas, readActs, speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';
import type { Word } from '../words.ts';

const secrets =
  /^(?:secrets?|passwords?|credentials?|cookies?|apikeys?|passphrase|mnemonic|otp|totp|env|keystore|keypair|privatekey|密码|密钥)$/;
const sparing =
  /price|names|metadata|holder|balance|supply|without values|never (?:returns?|shows?|reveals?|included|shown|returned|exposed)|not return|values are not|(?:secrets?|passwords?|credentials) (?:is|are) (?:not (?:included|returned|shown|exposed)|masked|redacted)|delete|remove|scan|template/i;
/** These are for everyone to have. */
const publicKeys = /\bpublic keys?\b/i;
const privateKeys = /\bprivate\b/i;

/** Keys that open something, other than those of a store or a piano. */
const opening = new Set(['api', 'access', 'private', 'secret', 'ssh', 'signing', 'encryption']);
/** A connection string has the password in it. */
function connects(words: Word[]): boolean {
  return words.some(
    ({ text }, index) =>
      /^(?:connection|database|db|jdbc|dsn)$/.test(text) &&
      /^(?:strings?|uri)$/.test(words[index + 1]?.text ?? ''),
  );
}
const variables = new Set(['variable', 'variables', 'vars', 'var']);
const environment = new Set(['env', 'environment']);

export const secretReading: Signal = {
  id: 'secret-reading',
  title: 'Returns secrets, credentials or environment values',
  why: 'What it returns opens other doors.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'high', capability: 'reads-secrets' },
  where: {
    verbs: ['get', 'list', 'search', 'wait'],
    words: [
      ...wordsOf(secrets),
      'key',
      'keys',
      'string',
      'strings',
      'uri',
      'variable',
      'variables',
      'environment',
    ],
  },
  find: (text) => {
    const { reading } = text;
    const said = text.description?.clean.slice(0, 300) ?? '';
    if (sparing.test(text.name.clean) || sparing.test(said)) return [];
    if (publicKeys.test(said) && !privateKeys.test(said)) return [];
    return readActs(reading)
      .filter(
        (act) =>
          (act.verb !== 'compute' || act.word.startsWith('decrypt')) &&
          (secrets.test(act.object) ||
            (/^(?:strings?|ur[il]s?)$/.test(act.object) && connects(text.nameWords)) ||
            (/^keys?$/.test(act.object) && act.verb === 'get' && nameHas(reading, opening)) ||
            (/^(?:variables?|environment)$/.test(act.object) &&
              speaksOf(reading, variables) &&
              speaksOf(reading, environment))),
      )
      .slice(0, 2)
      .map((act) => quoteAct('secret-reading', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'get_secret' }, quote: 'get_secret' },
      { tool: { name: 'list-secrets' }, quote: 'list-secrets' },
      { tool: { name: 'get-env' }, quote: 'get-env' },
      {
        tool: { name: 'get_ssh_keys', description: 'Returns public keys and private keys.' },
        quote: 'get_ssh_keys',
      },
      { tool: { name: 'get_api_key' }, quote: 'get_api_key' },
      { tool: { name: 'list_environment_variables' }, quote: 'list_environment_variables' },
    ],
    silent: [
      { name: 'get_token_price' },
      { name: 'list_secret_names' },
      { name: 'get_ssh_keys', description: 'Lists the SSH public keys of an account.' },
      { name: 'get_credential', description: 'Gets one; its password is never included.' },
    ],
  },
};
