import { beginning } from '../acts.ts';
import { hasKind, ownNamed, quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Act } from '../reading/act.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

const moves =
  /^(?:send|transfer|pay|refund|capture|charge|withdraw|payout|disburse|stake|unstake|airdrop|remit|donate|tip|swap|trade|bridge)$/;
const assets =
  /^(?:funds?|money|eth|ether|btc|bitcoin|sol|usdc|usdt|tokens?|coins?|erc20|nft|native|payments?|payout|refund|crypto|lightning|sats|xrp|matic|bnb|ton|stablecoin|charge)$/;
/** What is sent as a paper, and paid with money. */
const owed = /^(?:invoices?|bills?|loans?|rent|tax|taxes)$/;
/** No money: what is only asked for, told or written, and what is counted in another unit. */
const unreal =
  /^(?:link|links|request|reminder|receipt|quote|preview|estimate|get|list|simulate|draft|message|email|notification|history|status|template|report|invoice|offer|letter|proposal|packets?|expense|item|items|stock|budget|points?|liquid|leave|days)$/;

/** What is only prepared is signed and sent by somebody else. */
const prepared =
  /^(?:get|gets|build|builds|prepare|prepares|encode|encodes|return|returns|generate|generates|create|creates) [\w ]{0,20}?(?:calldata|call data|unsigned)\b(?![\s\S]*\b(?:broadcast|signs|submits|sends)\b)/i;
/** "Send AVAX": whatever the coin is called, it has an amount and goes to somebody. */
const amounts = /^(?:amount(?:_?\w+)?|\w{1,20}_?amount|lamports|sats|satoshis|wei)$/i;
const payees =
  /^(?:to|address|payee|(?:to|wallet|recipient|receiver)(?:_?(?:address|account|wallet))?|destination_?(?:address|account|wallet))$/i;

/** `send_avax` to somebody, `swap` of an amount; `transfer_between_envelopes` keeps books. */
function handsOver(reading: Reading, { word, verb, kinds }: Act): boolean {
  if (ownNamed(reading, amounts).length === 0 || (kinds !== 0 && !hasKind(kinds, 'money')))
    return false;
  if (word !== 'send' && verb !== 'pay') return false;
  if (/^(?:swap|trade|bridge)$/.test(word)) return true;
  return (
    /^(?:send|transfer|withdraw)$/.test(word) &&
    ownNamed(reading, payees).length > 0 &&
    !/between/i.test(reading.text.name.clean)
  );
}

export const fundsSent: Signal = {
  id: 'funds-sent',
  title: 'Sends funds, tokens or coins',
  why: 'A send or transfer verb on money is a payment.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { words: [...wordsOf(moves)] },
  find: (text) => {
    const { reading } = text;
    const act = reading.nameAct;
    if (
      act === undefined ||
      !moves.test(act.word) ||
      text.nameWords.some((word) => unreal.test(word.text)) ||
      prepared.test(beginning(reading))
    )
      return [];
    const funds = text.nameWords.some(
      (word) =>
        word.start !== act.start &&
        (assets.test(word.text) || (act.word === 'pay' && owed.test(word.text))),
    );
    return funds || handsOver(reading, act) ? [quoteAct('funds-sent', act)] : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'send_funds' }, quote: 'send_funds' },
      { tool: { name: 'transferSol' }, quote: 'transferSol' },
      { tool: { name: 'wallet_send_eth' }, quote: 'wallet_send_eth' },
      {
        tool: {
          name: 'send_avax',
          inputSchema: { properties: { to: { type: 'string' }, amount: { type: 'string' } } },
        },
        quote: 'send_avax',
      },
      {
        tool: { name: 'swap', inputSchema: { properties: { amountToSwap: { type: 'string' } } } },
        quote: 'swap',
      },
    ],
    silent: [
      { name: 'robot_charge', description: 'Sends a robot to its charging dock.' },
      { name: 'swap_shift', description: 'Swaps two shifts.' },
      { name: 'get_transfer' },
      { name: 'send_payment_link' },
      { name: 'transfer_tokens', description: 'Get calldata to transfer tokens.' },
      { name: 'transfer_call', inputSchema: { properties: { to: { type: 'string' } } } },
    ],
  },
};
