import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** "Buy signals for a ticker" speaks of signals. */
const buys =
  /^(?:buys?|purchases?) (?:an?|the|new|more|another|some|additional|extra|one|your|this)\b(?![^.]*(?:[:?]|\bor\b|\b(?:returns?|compares?|lists?|calculates?|computes?|game|vowel)\b))/i;
const unreal =
  /\b(?:paper|simulat\w+|sandbox|demo|mock|pretend|fake|virtual money|in[- ]game|preview|dry[- ]run|calldata|unsigned)\b/i;

export const buyingSaid: Signal = {
  id: 'buying-said',
  title: 'Its first sentence is that it buys',
  why: 'What is bought is paid for, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { words: ['buy', 'buys', 'purchase', 'purchases'] },
  find: ({ name, description, reading }) => {
    const said = reading.clauseActs[0];
    if (said === undefined || description === undefined || said.passage !== description) return [];
    const { clean } = description;
    const ahead = clean.slice(0, said.start).trim();
    return ahead === '' &&
      buys.test(clean.slice(said.start)) &&
      !unreal.test(`${name.clean} ${clean.slice(0, 300)}`)
      ? [quoteAct('buying-said', said)]
      : [];
  },
  falsePositives: ['a list of what somebody buys'],
  examples: {
    fires: [
      {
        tool: { name: 'provision_number', description: 'Buys a phone number.' },
        quote: 'Buys a phone number',
      },
      {
        tool: { name: 'get_credits', description: 'Purchase more credits with the balance.' },
        quote: 'Purchase more credits with the balance',
      },
    ],
    silent: [
      { name: 'ticker', description: 'Buy signals for a ticker.' },
      { name: 'paper_trade', description: 'Buys a share with paper money.' },
      { name: 'rent_or_buy', description: 'Buy a house or rent? Compares both.' },
      { name: 'list_orders', description: 'Purchases of the last month.' },
    ],
  },
};
