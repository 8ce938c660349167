import type { VerbClass } from '../lexicon/verbs.ts';
import type { Reading } from '../reading.ts';
import type { Act } from './act.ts';

const ending: ReadonlySet<VerbClass> = new Set<VerbClass>(['control', 'archive', 'detach']);
/** Nothing but a joiner, in whatever language, and an adverb. */
const joined = /^,? ?\p{L}{1,4} ?(?:permanently |then )?$/u;
/** What is applied or run first is used up. */
const used = /^(?:appl|run|start|open|launch|process|play|trigger)/;
/** What is on a screen for a while holds no data. */
const shown =
  /^(?:notifications?|timers?|tabs?|windows?|panels?|popups?|dialogs?|alarms?|downloads?|devices?)$/;
const taken = /^[^.]{0,40} from (?:the |its |your )?(?:inbox|list|view|queue)\b/;
/** What ends the session itself is cleaned up, closed or killed. */
const tidies = /^(?:clean|clear|discard|terminat|kill)/;

/** The second act of "Stop and remove the container", "Archive or permanently delete a note". */
export function deletedToo({ clauseActs: [first, second] }: Reading): Act | undefined {
  if (first === undefined || second?.verb !== 'delete' || !ending.has(first.verb)) return undefined;
  if (used.test(first.word)) return undefined;
  if (shown.test(second.object) || tidies.test(second.word)) return undefined;
  const { clean } = second.passage;
  const from = first.objectEnd < second.start ? first.objectEnd : first.end;
  return joined.test(clean.slice(from, second.start)) && !taken.test(clean.slice(second.end))
    ? second
    : undefined;
}
