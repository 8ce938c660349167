import { type VerbClass, verbClassOf } from '../classifier/lexicon/verbs.ts';
import { nameWords } from '../classifier/words.ts';

/** `unknown`: neither sure to be mild nor sure to destroy. */
export type ActionKind = 'mild' | 'destructive' | 'unknown';

const mildVerbs: ReadonlySet<VerbClass> = new Set<VerbClass>([
  'get',
  'list',
  'search',
  'compute',
  'wait',
  'create',
  'update',
]);
const destructiveVerbs: ReadonlySet<VerbClass> = new Set<VerbClass>(['delete', 'clear']);

/** Verbs of a mild kind that, alone, may name something that cannot be taken back. */
const doubtful =
  /^(?:format|write|put|import|ingest|encrypt|init|initiali[sz]e|setup|bootstrap|provision|void|squash|rebase|merge|migrate|upgrade|downgrade|sync|convert|transform|approve|accept|finalize|moderate|suppress)/;
/** Not of a destructive kind, and denied all the same. */
const grave = /^(?:force|transfer|pay|refund|withdraw)$/;
/** `bulkdelete`, `deleteall`: words run together. */
const runTogether =
  /(?:delete|remove|purge|destroy|erase|truncate)s?(?:all|many|every(?:thing)?|bulk|batch)?$/;
/** Any sign of an end, also in a word that is none of the known verbs. */
const end = /delet|remov|destr|purg|wip|eras|trunc|drop|kill|nuke|uninstall|terminat|reset|clear/;
/** What a mild verb (`set_permissions`, `update_owner`) changes in a way that is not mild. */
const access = /permission|privilege|access|role|owner|admin|password|secret|token|credential/;

/** Other characters may hide what a word says. */
const plain = /^[A-Za-z0-9_ .:/-]+$/;

/** What one value of an action parameter does (`list`, `bulk_delete`, `deleteAll`), by all verbs in it. */
export function judgeAction(value: string): ActionKind {
  const words = nameWords(value, value.length).map(({ text }) => text);
  const verbs = words.flatMap((word) => verbClassOf.get(word) ?? []);
  if (
    verbs.some((verb) => destructiveVerbs.has(verb)) ||
    words.some((word) => grave.test(word) || runTogether.test(word))
  )
    return 'destructive';
  const isMild =
    plain.test(value) &&
    verbs.length > 0 &&
    verbs.every((verb) => mildVerbs.has(verb)) &&
    !words.some((word) => doubtful.test(word) || end.test(word) || access.test(word));
  return isMild ? 'mild' : 'unknown';
}
