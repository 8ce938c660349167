import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const turns =
  /^(?:connects?|disconnects?|switch|switches|close|closes|end|ends|reset|select|selects|login|logout|stop|start|open|toggle|toggles|set|clear)$/;
const sessions =
  /^(?:sessions?|connections?|instance|window|windows|tabs?|frame|browser|recording|trace|screencast|timer|log|logging|level|updates?|editor|dashboard|viewer|inspector|devtools|ui)$/;

export const sessionState: Signal = {
  id: 'session-state',
  title: 'Opens, closes or switches its own session or connection',
  why: 'The own session of a tool is not data that others rely on.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'low' },
  where: { words: [...wordsOf(turns)] },
  find: (text) => {
    const { reading } = text;
    if (reading.acts.some((act) => /^revok/.test(act.word))) return [];
    return reading.acts
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          act === reading.main &&
          turns.test(act.word) &&
          (sessions.test(act.object) || act.object === ''),
      )
      .map((act) => quoteAct('session-state', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'close_session' }, quote: 'close_session' }],
    silent: [{ name: 'close_issue' }, { name: 'logout_session', description: 'Revoke a session' }],
  },
};
