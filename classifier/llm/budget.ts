import type { Usage } from './ask.ts';
import type { Question } from './prompt.ts';

/** Most tokens of an answer, its hidden reasoning counted. */
export const maxOutputTokens = 4000;

export interface Caps {
  tokens: number;
  /** In the currency of the price. */
  cost?: number;
  pricePerMillion?: Usage;
}

/** What was spent, and whether the next request fits. */
export interface Budget {
  /** Sets aside the most that a request can use; false where that could pass a cap. */
  reserve(most: Usage): boolean;
  /** Replaces what was set aside by what was used. */
  settle(most: Usage, used: Usage): void;
  spent(): { tokens: number; cost?: number };
}

/** An upper bound: a token is at least one byte, and a message is framed by a few. */
export function mostTokens({ system, user, schema }: Question): Usage {
  const bytes = new TextEncoder().encode(system + user + JSON.stringify(schema)).length;
  return { input: bytes + 100, output: maxOutputTokens };
}

/** Requests that run at the same time are set aside before they start, so that together they stay below the caps. */
export function openBudget({ tokens, cost, pricePerMillion }: Caps): Budget {
  const total: Usage = { input: 0, output: 0 };
  const costOf = ({ input, output }: Usage) =>
    pricePerMillion === undefined
      ? 0
      : (input * pricePerMillion.input + output * pricePerMillion.output) / 1e6;
  const add = ({ input, output }: Usage, sign: 1 | -1) => {
    total.input += sign * input;
    total.output += sign * output;
  };
  return {
    reserve(most) {
      add(most, 1);
      const fits = total.input + total.output <= tokens && costOf(total) <= (cost ?? Infinity);
      if (!fits) add(most, -1);
      return fits;
    },
    settle(most, used) {
      add(most, -1);
      add(used, 1);
    },
    spent() {
      const used = { tokens: total.input + total.output };
      return pricePerMillion === undefined ? used : { ...used, cost: costOf(total) };
    },
  };
}
