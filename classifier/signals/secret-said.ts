import { isRead, nameHas } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const coined = new Set(['nft', 'coin', 'tokenomics', 'price', 'swap', 'erc20', 'design']);
const denied =
  /\b(?:without|never|not|no|hid(?:es|den)|masked|redacted|omit(?:s|ted)?)\b[^.]{0,30}\b(?:values?|secrets?|passwords?|tokens?|keys?|returned|shown|included)\b|\bvalues? (?:is|are) (?:hidden|masked|redacted)/i;
/** Of a token that is no secret: of a text, of a page of answers, of a chain. */
const counted = String.raw`(?! (?:count|usage|balance|price|supply|names?|metadata|limit|address|holders?|list|budget|estimate|contracts?|per|used|consumed|spent|for (?:the|each|every) (?:next|page|request|message|model)|to (?:continue|fetch|get|request|resume)|of the next|s\b))`;
const sayings = [
  String.raw`(?:passwords?|tokens?|private ?keys?|secrets?|api keys?|credentials?|card number|pin|seed words?|24 words|12 words)\b[\w ,()'-]{0,40} (?:is|are|comes?) (?:included|returned|in (?:the )?(?:clear|response|answer|full|plain ?text)|shown once|printed)`,
  String.raw`(?:returns?|reveals?|shows?|prints?|include?s|including|incl\.|with) (?:the |its |their |a |an |all |full |raw |decrypted |plain ?text |extended )*(?:root |api |access[ _]|refresh[ _]|auth |bearer |session |private |signing |registration |recovery )*(?:private ?keys?|passwords?|secrets?|credentials?|mnemonic|seed phrase|macaroon|(?:access|refresh)_token|\x60?token\x60?|tokens)\b${counted}`,
  '(?:env|environment)(?: variables?)?(?= of an? (?:app|container|service)|, mounts)',
  String.raw`in clear(?:text)?\b`,
  'raw secrets?',
];
const said = new RegExp(String.raw`\b(?:${sayings.join('|')})`, 'i');

/** Of these the pattern begins or holds one. */
const spoken =
  'password* token* private* secret* key* credential* card pin seed words mnemonic macaroon env environment clear* api'.split(
    ' ',
  );

export const secretSaid: Signal = {
  id: 'secret-said',
  title: 'Says that its answer holds a secret',
  why: 'A key, a token or a password in the answer opens what it belongs to.',
  status: 'stable',
  strength: 'strong',
  suggests: { risk: 'high', capability: 'reads-secrets' },
  where: { isRead: true, words: spoken },
  find: (text) => {
    const { reading, description } = text;
    if (nameHas(reading, coined) || denied.test(description?.clean ?? '')) return [];
    return isRead(reading) ? quoteMatch('secret-said', description, said) : [];
  },
  falsePositives: ['a token that counts words'],
  examples: {
    fires: [
      {
        tool: {
          name: 'client_config',
          description: 'Returns the configuration including PrivateKey.',
        },
        quote: 'including PrivateKey',
      },
      {
        tool: {
          name: 'exchange_code',
          description: 'Exchanges the OAuth code and returns access_token and refresh_token.',
        },
        quote: 'returns access_token',
      },
    ],
    silent: [
      { name: 'list_secrets', description: 'Returns names; values are never returned.' },
      { name: 'get_nft', description: 'Returns the token with its owner.' },
    ],
  },
};
