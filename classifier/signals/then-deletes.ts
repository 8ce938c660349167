import { isDetached } from '../acts.ts';
import { hasKind, quoteAct } from '../evidence.ts';
import { laterActs } from '../reading/later-acts.ts';
import type { Signal } from '../signal.ts';
import { tidied } from './also-deletes.ts';

const deletes = /^(?:deletes?|purges?|wipes?|erases?|destroys?|overwrites?|truncates?)$/;
/** No text is only made tidier by it, and no file of the call's own goes. */
const gone = new RegExp(
  `^${tidied}(?![^.;]{0,20}\\b(?:temp|temporary|working|intermediate|cached?)\\b)`,
  'i',
);
/** "Creates or overwrites": one of them by its name. */
const upserts = /\bor $/;

/** Nothing that lasts goes. */
const unreal =
  /\b(?:in|from) (?:the|its) (?:answer|results?|response|output|model)\b|\b(?:would|simulat\w*|explains?)\b/i;

export const thenDeletes: Signal = {
  id: 'then-deletes',
  title: 'Its first sentence goes on to delete',
  why: 'What is joined by "and" happens with the same call, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high', capability: 'deletes-data' },
  where: { verbs: ['delete', 'overwrite', 'clear'] },
  find: ({ description, reading }) =>
    unreal.test(description?.clean.slice(0, 300) ?? '')
      ? []
      : laterActs(reading)
          .filter(
            (act) =>
              deletes.test(act.word) &&
              !isDetached(reading, act) &&
              !hasKind(act.kinds, 'detachable') &&
              !(act.verb === 'overwrite' && upserts.test(act.passage.clean.slice(0, act.start))) &&
              gone.test(act.passage.clean.slice(act.end, act.end + 60)),
          )
          .map((act) => quoteAct('then-deletes', act)),
  falsePositives: ['a temporary file of its own'],
  examples: {
    fires: [
      {
        tool: { name: 'export_logs', description: 'Exports the logs and deletes the old ones.' },
        quote: 'deletes',
      },
    ],
    silent: [
      { name: 'clean_text', description: 'Reads a text and deletes duplicate lines.' },
      { name: 'list_jobs', description: 'Lists the jobs that copy a file and delete it.' },
    ],
  },
};
