import { beginningLength } from '../acts.ts';
import { quoteAct, quoteMatch } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const turns =
  /^(?:connects?|disconnects?|switch|switches|close|closes|end|ends|reset|select|selects|login|logout|stop|start|open|toggle|toggles|set|clear)$/;
const sessions =
  /^(?:sessions?|connections?|instance|window|windows|tabs?|frame|browser|recording|trace|screencast|timer|log|logging|level|updates?|editor|dashboard|viewer|inspector|devtools|ui)$/;

/** What is only the one that is used from now on. */
const selected =
  /\b(?:mark|sets?|make|makes|marks|selects?|switch|switches)\b[^.]{0,40}\b(?:as|to) (?:the |your )?(?:active|current|default)\b/i;
const selects = /^(?:select|selects|use|switch|switches|activate|choose|focus)$/;

export const sessionState: Signal = {
  id: 'session-state',
  title: 'Opens, closes or switches its own session or connection',
  why: 'The own session of a tool is not data that others rely on.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'low' },
  where: { words: [...wordsOf(turns), 'active', 'current', 'default'] },
  find: (text) => {
    const { reading } = text;
    if (reading.acts.some((act) => /^revok/.test(act.word))) return [];
    if (selects.test(reading.nameAct?.word ?? '')) {
      const said = quoteMatch('session-state', text.description, selected, beginningLength);
      if (said.length > 0) return said;
    }
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
    fires: [
      { tool: { name: 'close_session' }, quote: 'close_session' },
      {
        tool: { name: 'select_notebook', description: 'Mark a notebook as the active default.' },
        quote: 'Mark a notebook as the active',
      },
    ],
    silent: [{ name: 'close_issue' }, { name: 'logout_session', description: 'Revoke a session' }],
  },
};
