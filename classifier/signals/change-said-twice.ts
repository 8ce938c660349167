import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

/** Nothing that is called so and says so only computes; `create` and `generate` may return what they make. */
const changes =
  /^(?:update|send|set|cancel|upload|publish|start|save|merge|move|stop|write|import|archive|approve|apply|deploy|close|rename|assign|pause|post|push|install|restart|share|insert|register|place|activate|append|attach|promote|revoke|suspend|launch)$/;
/** So are these where an object follows: "Bump the version", and not "Bump chart of ranks". */
const changesThat =
  /^(?:bump|seed|grant|enable|disable|mute|unlock|reboot|reassign|reschedule|upgrade)$/;
const object = /^ (?:the|an?|all|this|your|each)\b/i;
/** What would be changed is only shown. */
const tried =
  /\b(?:preview\w*|dry[- ]?run|simulat\w+|estimat\w+|what[- ]if|plan|diff|validat\w+)\b/i;

/** These may be done to what is handed in, where only the outcome is returned. */
const pure = /^(?:merge|append|insert|move|apply|set)$/;
const outcome =
  /\breturns? (?:the |a |an )?(?:new )?(?:results?|texts?|strings?|lists?|arrays?|objects?|json|images?)\b/i;

export const changeSaidTwice: Signal = {
  id: 'change-said-twice',
  title: 'Its name and its first sentence say the same change',
  why: 'What is called an update and described as one changes something, whatever it is about.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write' },
  where: { isRead: false, words: [...wordsOf(changes), ...wordsOf(changesThat)] },
  find: ({ name, description, reading }) => {
    const { nameAct } = reading;
    const said = reading.clauseActs[0];
    if (nameAct === undefined || said === undefined) return [];
    const { stem } = nameAct.wordTerm;
    if (said.wordTerm.stem !== stem) return [];
    const behind = said.passage.clean.slice(said.end, said.end + 6);
    if (!changes.test(stem) && !(changesThat.test(stem) && object.test(behind))) return [];
    if (pure.test(stem) && outcome.test(description?.clean ?? '')) return [];
    const beginning = description?.clean.slice(0, 300) ?? '';
    return tried.test(name.clean.replaceAll('_', ' ')) || tried.test(beginning)
      ? []
      : [quoteAct('change-said-twice', nameAct), quoteAct('change-said-twice', said)];
  },
  falsePositives: ['A calculator of dates whose move shifts a date that is only returned.'],
  examples: {
    fires: [
      {
        tool: { name: 'deploy_html', description: 'Deploys HTML and returns its public URL.' },
        quote: 'deploy_html',
      },
      {
        tool: { name: 'setLevel', description: 'Sets the level of a log.' },
        quote: 'Sets the level of a log',
      },
    ],
    silent: [
      { name: 'update_plan', description: 'Updates nothing: a dry run of the update.' },
      { name: 'create_chart', description: 'Creates a chart and returns it as an image.' },
      { name: 'merge_json', description: 'Merges two JSON objects and returns the result.' },
      { name: 'bump_chart', description: 'Bump chart of ranks as SVG.' },
      { name: 'list_posts', description: 'Posts of a blog.' },
    ],
  },
};
