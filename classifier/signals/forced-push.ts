import { nameHas } from '../acts.ts';
import { quoteStated } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const forced = new Set(['force']);
const pushed = new Set(['push']);
/** Told of the tool itself, not of an option: at the beginning. */
const said = /^\W*force[- ]?push(?:es)?\b/gi;

export const forcedPush: Signal = {
  id: 'forced-push',
  title: 'Pushes over what a branch holds',
  why: 'A forced push drops the commits that others had pushed; the rubric names it.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high', capability: 'deletes-data' },
  where: { words: ['force', 'forcepush', 'forcepushes'] },
  find: ({ name, description, reading }) =>
    nameHas(reading, forced) && nameHas(reading, pushed)
      ? [{ signal: 'forced-push', pointer: name.pointer, quote: name.raw }]
      : quoteStated('forced-push', description, said),
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'force_push' }, quote: 'force_push' },
      {
        tool: { name: 'sync_branch', description: 'Force-pushes the branch.' },
        quote: 'Force-pushes',
      },
    ],
    silent: [
      { name: 'git_push', description: 'Pushes commits. Does not force push.' },
      { name: 'push_message', description: 'Sends a push message.' },
    ],
  },
};
