import { isCompoundNoun, things } from '../lexicon/compounds.ts';
import { nounBits } from '../lexicon/nouns.ts';
import { closingVerbs, nounishVerbs, type VerbClass, verbClassOf } from '../lexicon/verbs.ts';
import { isFromAbroad } from '../spoken-language.ts';
import type { Passage } from '../text.ts';
import { type Term, term } from '../vocabulary.ts';
import { type Word, wordOf } from '../words.ts';
import { type Act, act } from './act.ts';

/** No verb and noun run together are longer. */
const longestJoined = 40;

const particles = new Set(['in', 'out', 'up', 'off', 'down', 'back']);

/** `check_in_guest`, `set_up_project`, `dry_run_job`: a verb and its particle are one verb. */
export function joinParticles(words: Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const before = particles.has(word.text) || last?.text === 'dry' ? last : undefined;
    const whole = `${before?.text}${word.text}`;
    if (before !== undefined && verbClassOf.has(whole))
      joined[joined.length - 1] = wordOf(term(whole), before.start, word.end);
    else joined.push(word);
  }
  return joined;
}

/** `sendmessage`, `getuser`: one unknown word that is a verb and a noun run together. */
export function splitUnknown(words: Word[]): Word[] {
  const split: Word[] = [];
  for (const word of words) {
    word.term.parting ??= partingOf(word.term);
    const { text, parting } = word.term;
    if (parting === 0) {
      split.push(word);
      continue;
    }
    const middle = word.start + parting;
    split.push(
      wordOf(term(text.slice(0, parting)), word.start, middle),
      wordOf(term(text.slice(parting)), middle, word.end),
    );
  }
  return split;
}

function partingOf({ text, verb, nouns }: Term): number {
  if (text.length < 7 || text.length > longestJoined || verb !== undefined || nouns !== 0) return 0;
  const last = text.endsWith('db') ? text.length - 2 : text.length - 3;
  for (let cut = 3; cut <= last; cut++) {
    const left = text.slice(0, cut);
    // `openweather`, `opensea`: a product.
    if (left !== 'open' && verbClassOf.has(left) && nounBits(text.slice(cut)) !== 0) return cut;
  }
  return 0;
}

const prepositions = new Set([
  'by',
  'for',
  'from',
  'in',
  'to',
  'with',
  'of',
  'on',
  'into',
  'at',
  'as',
  'and',
  'or',
  'via',
  'per',
]);

/**
 * The verb of a name: a plain verb before one that may be a noun, the first before a later one, except that
 * a noun may stand first (`bucket_delete`, `application-deploy`). Below `least` no verb is sure enough.
 * @param said what the description does in the first place: of two readings of a name the one that it tells
 */
export function nameAct(
  passage: Passage,
  words: Word[],
  least = 0,
  said?: VerbClass,
): Act | undefined {
  const question = words.findIndex((_, index) => asksAt(words, index));
  if (question >= 0) {
    const asked = words[question] as Word;
    return { ...act(passage, asked, objectOfName(words, question)), verb: 'get' };
  }
  let best = -1;
  let bestScore = least;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    const { verb, nounish } = word.term;
    if (verb === undefined || prepositions.has(words[index - 1]?.text ?? '')) continue;
    if (isNoun(word.term, index) || isLookedAt(words, index, said)) continue;
    if (opensCompound(words, index) || isOf(words, index)) continue;
    if (words.length === 1 && nounish && verb === 'send') continue;
    const closes = index > 0 && index === words.length - 1 && nounish;
    const leads =
      !closes && words.slice(0, index).every(({ term }) => isProduct(term) || term.quantity);
    const last = (words.at(-1) as Word).text;
    const described =
      index < words.length - 1 && (isDescribed(word, last) || isTold(word, last, said));
    const score =
      described && !looking.has(verb) && verb !== said
        ? 3
        : verbScore(word.term, leads ? 0 : index, words.length, words[index + 1]?.term);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  if (best < 0) return undefined;
  best = joinedVerb(words, best);
  const verb = words[best] as Word;
  const found = act(passage, verb, objectOfName(words, best));
  // `collect_fee_data` gathers: what it is done to makes no other act of it.
  const looked = looking.has(verb.term.verb as VerbClass) && aspects.test(words.at(-1)?.text ?? '');
  return looked ? { ...found, verb: verb.term.verb as VerbClass } : found;
}

/** `is_locked`, `browser_is_checked`, `can_delete`: a question, before which stands no verb. */
function asksAt(words: Word[], index: number): boolean {
  const { text } = words[index] as Word;
  const asks = asking.test(text) || (index === 0 && text === 'can');
  return asks && index < words.length - 1 && noVerbBefore(words, index);
}

function noVerbBefore(words: Word[], index: number): boolean {
  return words
    .slice(0, index)
    .every(({ term: { verb, nounish } }) => verb === undefined || nounish);
}

const asking = /^(?:is|are|was|were|has|does|should)$/;

/** `chat_list`, `transfer_history`: a thing that is looked at, though its word may be a verb. */
function isLookedAt(words: Word[], index: number, said: VerbClass | undefined): boolean {
  const { text, term } = words[index] as Word;
  const last = words.at(-1)?.text ?? '';
  return (
    things.has(text) &&
    term.verb !== said &&
    index < words.length - 1 &&
    looks.test(last) &&
    !(text === 'post' && last === 'status') &&
    noVerbBefore(words, index)
  );
}

const looks =
  /^(?:list|search|query|find|get|show|count|status|history|info|details?|stats|statistics|summary|results?|logs?)$/;

/** `estado_del_pedido`: the Spanish "of the" among words of its language. */
function isOf(words: Word[], index: number): boolean {
  return (
    words[index]?.text === 'del' &&
    [words[index - 1], words[index + 1]].some((word) => word !== undefined && isFromAbroad(word))
  );
}

function opensCompound(words: Word[], index: number): boolean {
  const second = words[index + 1]?.text ?? '';
  return isCompoundNoun((words[index] as Word).text, second, index + 2 === words.length);
}

/** `port_calls`, `now_playing`, `opening_name`: forms that are no verb of a name. */
function isNoun({ text, inflected, verb }: Term, index: number): boolean {
  if (!inflected) return false;
  if (nounishBase(text)) return true;
  return !grave.has(verb as VerbClass) && (index > 0 || text.endsWith('ing'));
}

/** Of these the form does not count: `bulk_deletes`, `executing_commands`. */
const grave: ReadonlySet<VerbClass> = new Set<VerbClass>(['delete', 'exec', 'clear', 'overwrite']);

/** `build_status`, `reply_email_suggestions`: the verb tells what is looked at. */
function isDescribed(verb: Word, last: string): boolean {
  if (proposals.test(last)) return !grave.has(verb.term.verb as VerbClass);
  if (/^(?:update|change)$/.test(verb.text) && fields.test(last)) return false;
  return verb.term.nounish && !handing.has(verb.text) && aspects.test(last);
}

/** `transfer_rumors`, where no sentence says what is done. */
function isTold(verb: Word, last: string, said: VerbClass | undefined): boolean {
  return (said === undefined || looking.has(said)) && verb.term.nounish && told.test(last);
}

/** Nothing is done to these. */
const told =
  /^(?:guide|tutorial|docs|instructions|news|rumou?rs|leaderboard|rankings?|forecasts?)$/;

/** `update_plan_status`: what is given another value. */
const fields = /^(?:status|details?|info|data|schema|types|categories|rules)$/;

/** `get_or_create`, `find_and_replace`: the verb that changes something, where one is joined to a look. */
function joinedVerb(words: Word[], best: number): number {
  const { text, verb } = (words[best] as Word).term;
  if (!looking.has(verb as VerbClass) && !launching.test(text)) return best;
  const joined = words.findIndex(
    ({ term: { verb, nounish } }, index) =>
      verb !== undefined &&
      (!nounish || index === best + 2) &&
      /^(?:or|and)$/.test(words[index - 1]?.text ?? ''),
  );
  return joined < 0 ? best : joined;
}

function verbScore(
  { text: word, nounish, inflected }: Term,
  index: number,
  length: number,
  next: Term | undefined,
): number {
  const ordered = (word === 'set' && length > 1) || /^(?:a|an|the)$/.test(next?.text ?? '');
  const plain = (!nounish || ordered) && !inflected;
  if (index === 0 && launching.test(word) && !(starting.test(word) && next?.verb === 'delete'))
    return 9.5;
  if (index === 0)
    return plain ? 10 : word === 'list' || word === 'search' || word === 'preview' ? 8.5 : 7;
  if (index === length - 1)
    return plain ? 8 : erasing.test(word) ? 7.5 : closingVerbs.has(word) ? 6 : 3;
  return (plain ? 9 : 4) - index * 0.1;
}

/** `start_render`, `cancel_delete`: what is begun or ended is named by a verb. */
const launching = /^(?:start|stop|begin|end|cancel|abort)$/;
/** `start_delete_job`: what is begun is done. */
const starting = /^(?:start|begin)$/;

/** `log_purge`: nothing else closes a name with these. */
const erasing = /^(?:purge|prune)$/;

/** `schedules`, `runs`: in a name the plural of a noun. */
function nounishBase(word: string): boolean {
  return (
    nounishVerbs.has(word) ||
    nounishVerbs.has(word.slice(0, -1)) ||
    nounishVerbs.has(word.slice(0, -2))
  );
}

/** `runDetails`, `build_status`: the verb-like word is a noun. */
const aspects =
  /^(?:references?|definitions?|details?|info|status|history|logs|stats|statistics|results?|summary|count|metrics|schema|types|categories|rules|interest|book|depth|calculator|counter|data)$/;
/** `reply_email_suggestions`: nothing of it is done. */
const proposals = /^(?:suggestions|ideas|recommendations)$/;
/** What these do, they do to whatever follows. */
const handing = new Set([
  'push',
  'sync',
  'import',
  'export',
  'load',
  'submit',
  'upload',
  'set',
  'apply',
  'copy',
]);
/** Verbs that change nothing. */
export const looking: ReadonlySet<VerbClass> = new Set<VerbClass>([
  'get',
  'list',
  'search',
  'compute',
  'wait',
]);

/** A word of no known kind before the verb is the name of a product (`linear_archiveRelease`). */
function isProduct({ verb, nouns }: Term): boolean {
  return verb === undefined && nouns === 0;
}

function objectOfName(words: Word[], verb: number): Word | undefined {
  let end = verb + 1;
  const moves = /^(?:go|jump)$/.test((words[verb] as Word).text);
  while (end < words.length && (moves || !prepositions.has((words[end] as Word).text))) end++;
  for (let index = end - 1; index > verb; index--) {
    const word = words[index] as Word;
    if (word.term.nouns !== 0 && !word.term.quantity) return word;
  }
  return end - 1 > verb ? words[end - 1] : words[verb - 1];
}
