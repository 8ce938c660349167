import { hasKind, quoteAct } from '../evidence.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import type { Act } from '../reading/act.ts';
import { laterActs } from '../reading/later-acts.ts';
import type { Signal } from '../signal.ts';

const buys = /^(?:buys?|purchases?|pays?)$/;
const deals = /^(?:places?|executes?|submits?)$/;
const dealt = /^(?:orders?|trades?|swaps?|payments?|transfers?|transactions?|bids?|bets?)$/;
/** No money moves. */
const unreal =
  /\b(?:fork|historical|back-?test\w*|simulat\w+|paper|test-?net|sandbox|demo|mock|virtual)\b/i;
const looser: VerbClass[] = ['pay', 'create', 'exec', 'send', 'control', 'interface'];

function pays({ word, verb, object, kinds }: Act): boolean {
  if (buys.test(word) || (deals.test(word) && dealt.test(object))) return true;
  return verb === 'pay' && hasKind(kinds, 'money');
}

export const thenPays: Signal = {
  id: 'then-pays',
  title: 'Its first sentence goes on to buy, pay or trade',
  why: 'What is joined by "and" happens with the same call, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { verbs: looser },
  find: ({ description, reading }) =>
    unreal.test(description?.clean.slice(0, 300) ?? '')
      ? []
      : laterActs(reading)
          .filter(pays)
          .map((act) => quoteAct('then-pays', act)),
  falsePositives: ['a trade of players or of shifts'],
  examples: {
    fires: [
      {
        tool: {
          name: 'analyze_market',
          description: 'Analyses the market and places the trades.',
        },
        quote: 'places the trades',
      },
      {
        tool: {
          name: 'create_shipment',
          description: 'Creates a shipment and purchases the label.',
        },
        quote: 'purchases the label',
      },
    ],
    silent: [
      { name: 'replay', description: 'Loads a plan and executes the trades on historical data.' },
      { name: 'basket', description: 'Shows what a customer views and buys.' },
      { name: 'list_orders', description: 'Lists orders and trades.' },
      { name: 'get_rules', description: 'Returns the bot that scans a market and places trades.' },
      { name: 'find_gap', description: 'Finds gaps between two notes and bridges them.' },
    ],
  },
};
