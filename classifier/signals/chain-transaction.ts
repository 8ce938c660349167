import { isRead, speaksOf } from '../acts.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

const signs =
  /^(?:deploy|write|call|execute|send|broadcast|submit|sign|approve|mint|publish|relay)$/;
const objects = new Set(['contract', 'transaction', 'tx', 'userop', 'calldata', 'psbt']);
const chain =
  /\b(?:blockchain|smart contracts?|on-?chain|abi|bytecode|evm|ethereum|solana|bitcoin|wallet|broadcasts?|mainnet|private key|web3|signed transaction)\b/i;
const unreal =
  /^(?:simulate|estimate|decode|encode|verify|get|read|list|build|prepare|status|receipt|history|message|unsigned)$/;

/** What only a transaction of a chain has beside `to` and `value`. */
const onChain = /^(?:data|gas\w*|nonce|chain\w*|network)$/;

/** `to`, and what it is sent. */
function isTransfer({ text, parameters }: Reading): boolean {
  const names = parameters
    .filter(({ parameter }) => parameter.depth === 0)
    .map(({ parameter }) => parameter.name.clean.toLowerCase());
  return (
    names.includes('to') &&
    (names.includes('calldata') ||
      (names.includes('value') &&
        (names.some((name) => onChain.test(name)) ||
          /\baddress\b/i.test(text.description?.clean ?? ''))))
  );
}

export const chainTransaction: Signal = {
  id: 'chain-transaction',
  title: 'Signs or sends a transaction on a chain',
  why: 'What is signed and broadcast can move assets and is never taken back.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { isRead: false, words: [...objects] },
  find: (text) => {
    const { reading, name } = text;
    const words = text.nameWords.map((word) => word.text);
    if (
      !words.some((word) => signs.test(word)) ||
      words.some((word) => unreal.test(word)) ||
      isRead(reading) ||
      !speaksOf(reading, objects)
    )
      return [];
    return chain.test(text.description?.clean ?? '') ||
      chain.test(words.join(' ')) ||
      isTransfer(reading)
      ? [{ signal: 'chain-transaction', pointer: name.pointer, quote: name.raw }]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'send_transaction', description: 'Sends a transaction on the blockchain.' },
        quote: 'send_transaction',
      },
      {
        tool: {
          name: 'send_transaction',
          inputSchema: { properties: { to: {}, value: {}, data: {} } },
        },
        quote: 'send_transaction',
      },
    ],
    silent: [
      {
        name: 'send_transaction',
        description: 'Sends a performance transaction to the error tracker.',
        inputSchema: { properties: { to: {}, value: {} } },
      },
      { name: 'sign_contract', description: 'Signs an employment contract.' },
      { name: 'simulate_transaction', description: 'Simulates it on the blockchain.' },
    ],
  },
};
