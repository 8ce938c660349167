import { quoteStated } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const coins = 'USDC|USDT|STX|SOL|ETH|BTC|sats|TRX|MATIC|BNB|TON|XRP|DAI|AVAX|NEAR';
const call = '(?:[Tt]his|[Ee]ach|[Ee]very) (?:tool|call|query|request|endpoint|search|lookup)';
/** Tickers are told from words by their case: "20 near the station". */
const price = new RegExp(
  [
    String.raw`(?:(?:^|[.!\n]\s*)Costs|\b${call} (?:costs|charges)) (?:about )?[\d.]{1,12} ?(?:${coins})\b`,
    String.raw`(?:^|[.!\n]\s*|, )[Pp]aid (?:automatically )?(?:via|through|with) x402\b`,
    String.raw`\bx402 payment required\b|(?:^|[.!\n]\s*)Requires (?:an? )?x402 payment\b`,
  ].join('|'),
  'g',
);
/** What tells a price is asked for one. */
const told = /price|fee|gas|cost|estimate|quote|docs|help/i;

export const paidCall: Signal = {
  id: 'paid-call',
  title: 'Each call is paid from a wallet',
  why: 'A read that pays for itself in coins moves assets, however small the price.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { words: ['costs', 'charges', 'x402'] },
  find: ({ name, description }) =>
    told.test(name.clean) ? [] : quoteStated('paid-call', description, price),
  falsePositives: ['A price list that names what a call of another tool costs.'],
  examples: {
    fires: [
      {
        tool: { name: 'search_papers', description: 'Search papers. Costs 0.002 STX per query.' },
        quote: '. Costs 0.002 STX',
      },
      {
        tool: { name: 'get_forecast', description: 'Forecast of a city, paid via x402.' },
        quote: ', paid via x402',
      },
    ],
    silent: [
      { name: 'compose', description: 'Composes a song. Costs 10 credits per call.' },
      { name: 'nearby', description: 'Restaurants. A dinner costs 20 near the station.' },
      { name: 'get_prices', description: 'Prices of tools. Costs 0.01 USDC per call: search.' },
      { name: 'get_wallet', description: 'Returns the wallet that is used for x402 payments.' },
    ],
  },
};
