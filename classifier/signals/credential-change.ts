import { makesRandom, speaksOf } from '../acts.ts';
import { actsOf, hasKind, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Tokens of a chain are money or art, and open no door. */
const coined = new Set(
  `fungible nft nfts erc erc20 erc721 erc1155 contract contracts solidity cairo mint minting supply swap liquidity
   airdrop chain blockchain onchain spl jetton memecoin crypto cryptocurrency vault stablecoin`.split(
    /\s+/,
  ),
);

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
      .filter(
        (act) =>
          hasKind(act.kinds, 'secret') &&
          !/^(?:cookies?|env|seed)$/.test(act.object) &&
          !(/^(?:tokens?|vaults?)$/.test(act.object) && speaksOf(reading, coined)),
      )
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
