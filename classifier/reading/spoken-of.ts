import type { Word } from '../words.ts';
import type { Act } from './act.ts';

/**
 * `transfer_fees`: "Lists transfer fees of players". Verb and noun stand together in a sentence that looks, so that they
 * are one thing.
 */
export function isSpokenOf({ word }: Act, named: Word[], clause: Word[]): boolean {
  const last = named.at(-1)?.text ?? '';
  return (
    measured.test(last) &&
    clause.some(({ text }, index) => index > 0 && text === word && clause[index + 1]?.text === last)
  );
}

const measured =
  /^(?:fees?|limits?|signals?|feed|impact|recommendations?|trends?|rates?|times?|costs?|prices?|analysis|risks?|scores?|activity|counts?|stats)$/;
