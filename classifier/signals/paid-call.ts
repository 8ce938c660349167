import { quoteStated } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const coins =
  'usdc|usdt|stx|sol|eth|btc|sats|satoshis|trx|matic|bnb|ton|xrp|dai|avax|near|lamports';
const price = new RegExp(
  String.raw`\bcosts? (?:about )?[\d.]{1,12} ?(?:${coins})\b|\brequires? (?:an? )?(?:x402|[\d.]{1,12} ?(?:${coins})) payment\b|\b(?:pays?|paid|paying) (?:for (?:it|this|each call) )?(?:via|through|over|by) x402\b`,
  'gi',
);

export const paidCall: Signal = {
  id: 'paid-call',
  title: 'Each call is paid from a wallet',
  why: 'A read that pays for itself in coins moves assets, however small the price.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high', capability: 'moves-money' },
  where: { words: ['cost', 'costs', 'x402', 'payment'] },
  find: ({ description }) => quoteStated('paid-call', description, price),
  falsePositives: ['A price list that names what a call of another tool costs.'],
  examples: {
    fires: [
      {
        tool: { name: 'search_papers', description: 'Search papers. Costs 0.002 STX per query.' },
        quote: 'Costs 0.002 STX',
      },
      {
        tool: { name: 'get_forecast', description: 'Forecast of a city, paid via x402.' },
        quote: 'paid via x402',
      },
    ],
    silent: [
      { name: 'compose', description: 'Composes a song. Costs 10 credits per call.' },
      { name: 'get_wallet', description: 'Returns the wallet that is used for x402 payments.' },
    ],
  },
};
