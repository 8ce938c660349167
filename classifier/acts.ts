import type { Evidence } from './classification.ts';
import { actsOf, hasKind, quoteStated } from './evidence.ts';
import type { VerbClass } from './lexicon/verbs.ts';
import type { Act } from './reading/act.ts';
import { deletedToo } from './reading/deleted-too.ts';
import type { Reading } from './reading.ts';
import type { Text } from './text.ts';
import type { Word } from './words.ts';

const readVerbs: VerbClass[] = ['get', 'list', 'search', 'compute', 'wait'];
const readOnly: ReadonlySet<VerbClass> = new Set(readVerbs);

/** What shows what is there, and neither computes nor waits. */
export const shows: ReadonlySet<VerbClass | undefined> = new Set<VerbClass>([
  'get',
  'list',
  'search',
]);

/** Whether an act only looks or computes. */
export function isLook({ verb }: Act): boolean {
  return readOnly.has(verb);
}

/** Every verb that the tool names is one of looking or computing; a tool without a verb counts too. */
export function isRead(reading: Reading): boolean {
  return (
    (reading.main === undefined || readOnly.has(reading.main.verb)) &&
    reading.choices.every((act) => readOnly.has(act.verb))
  );
}

/** What the description of a tool that changes something states; pattern and `within` as for `quoteStated`. */
export function quoteChange(
  signal: string,
  { reading, description }: Text,
  pattern: RegExp,
  within?: number,
): Evidence[] {
  return isRead(reading) ? [] : quoteStated(signal, description, pattern, within);
}

/** Acts that return something. */
export function readActs(reading: Reading): Act[] {
  return actsOf(reading, ...readVerbs);
}

/** What went to the trash comes back with one call. */
const trashed =
  /(?<!\b(?:without|instead of|rather than|never|not) )\bmov(?:e[sd]?|ing) (?:[\w'-]+ ){0,6}to (?:the |its )?(?:trash|recycle bin|bin)\b|\bsoft[- ]delet(?:e|es|ing)\b/i;

/** A random value that is only returned, a password too. */
const random =
  /\b(?:random|memorable)\b[\w ,:-]{0,50}\b(?:passwords?|passphrases?|pins?|tokens?|keys?|secrets?)\b/i;

/** Whether what is deleted goes to a trash, from where it comes back. */
export function isTrashed(reading: Reading): boolean {
  return trashed.test(beginning(reading));
}

export function makesRandom(reading: Reading): boolean {
  return reading.main?.verb === 'create' && random.test(beginning(reading));
}

/** How much of a description says what the tool does, in UTF-16 units. */
export const beginningLength = 160;

/** The part of the description that says what the tool does. */
export function beginning(reading: Reading): string {
  return reading.text.description?.clean.slice(0, beginningLength) ?? '';
}

const commandText =
  /^generates? (?:[\w'’/.,-]+ ){0,8}(?:commands?|snippets?)\b(?![^.]*\b(?:runs?|executes?|sav(?:e|es)|writes?)\b)/i;

/** Whether a command or a piece of code is written for somebody else to run. */
export function onlyWrites(reading: Reading): boolean {
  return commandText.test(beginning(reading));
}

const unexecuted = /\bwithout (?:executing|running|evaluating|invoking)\b/i;

/** Whether what is handed over is only looked at ("transforms a script without executing it"). */
export function isUnexecuted(reading: Reading): boolean {
  return isRead(reading) && unexecuted.test(beginning(reading));
}

/** Main verbs that a coordinated delete ("create, list or remove") belongs to. */
const broad: ReadonlySet<VerbClass> = new Set<VerbClass>([
  'delete',
  'manage',
  'create',
  'update',
  'list',
  'get',
]);

/** Acts that delete something which outlives the call: not detached again with ease, not the tool's own scratch. */
export function deletions(reading: Reading): Act[] {
  const { memory } = reading.text;
  memory.deletions ??= findDeletions(reading);
  return memory.deletions;
}

const deletes = /^(?:deletes?|removes?|purges?|wipes?|erases?|destroys?)$/;

/** `list_files`: "Removes files in a directory". The sentence says more than the name. */
function alsoDeleted(reading: Reading): Act[] {
  const [first] = reading.clauseActs;
  return first?.verb === 'delete' &&
    deletes.test(first.word) &&
    !isDetached(reading, first) &&
    !actsOnScratch(reading, first)
    ? [first]
    : [];
}

function findDeletions(reading: Reading): Act[] {
  const { main } = reading;
  const named = reading.nameAct?.verb;
  if (named === 'detach' && !isErasure(reading)) return [];
  if (named !== undefined && readOnly.has(named)) return alsoDeleted(reading);
  if (reading.choices.length === 0 && isTrashed(reading)) return [];
  if (
    main !== undefined &&
    readOnly.has(main.verb) &&
    reading.choices.length === 0 &&
    reading.clauseActs.length < 3
  )
    return [];
  const coordinated = main === undefined || broad.has(main.verb);
  const too = deletedToo(reading);
  return actsOf(reading, 'delete').filter(
    (act) =>
      (coordinated ||
        act === main ||
        act === reading.clauseActs[0] ||
        act === too ||
        act.passage.kind === 'enum') &&
      !isDetached(reading, act) &&
      !endsProcess(act) &&
      !actsOnScratch(reading, act),
  );
}

/** `unlink`: "Delete one or more keys". */
export function isErasure({ nameAct, clauseActs: [first] }: Reading): boolean {
  return (
    nameAct?.object === '' &&
    first !== undefined &&
    /^(?:delete|destroy|erase)s?$/.test(first.word) &&
    !between.test(first.passage.clean.slice(first.end))
  );
}

/** "Deletes one link between two issues". */
const between =
  /^ (?:[\w'-]+ ){0,4}(?:links?|relations?|relationships?|associations?|connections?)\b/i;

/** `remove_contact_from_segment`: from what it is only taken off. */
const groupings =
  /(?:^|_|-|[a-z])from(?:_|-|[A-Z])?(?:the_)?(?!db|database|storage|disk|account|server|system)[a-z]+/i;

/** What is put back as easily as it was taken off. */
export const attached =
  /^(?:reactions?|relations?|relationships?|dependenc(?:y|ies)|associations?|members?|memberships?|assignees?|reviewers?|watchers?|followers?|stars?|pins?|votes?|likes?|upvotes?|bookmarks?|favorites?|moderators?|collaborators?)$|^links?$/;

/** "Remove an issue from a cycle": what is taken off a grouping lives on. */
const taken =
  /\b(?:remov|detach|unlink|tak)(?:e|es|ing|s)?\s+(?:an?\s|the\s|one\s|specific\s)?[\w' -]{1,40}?\s(?:from|off)\s+(?:an?\s|the\s|its\s|their\s|any\s|this\s)?(?:[\w-]+\s){0,2}(?:cycle|list|group|segment|release|playlist|board|epic|sprint|module|parent|card|issue|task|story|ticket|album|milestone|watchlist|conversation|thread)s?\b/i;

/** What is taken apart stays. */
const kept = /\brelations?\b[^.]*\bwithout deleting (?:either|them)\b/i;

const followed = new Set(['subscription', 'subscriptions']);
const notices = new Set(['notification', 'notifications']);

export function isDetached(reading: Reading, act: Act): boolean {
  if (
    (act.object === '' || followed.has(act.object)) &&
    nameHas(reading, followed) &&
    speaksOf(reading, notices)
  )
    return true;
  if (act.verb === 'delete' && act.passage.kind !== 'enum' && taken.test(beginning(reading)))
    return true;
  if (kept.test(beginning(reading)) || isTakenOff(reading, act)) return true;
  if (!/^(?:remove|removes|removing|removal|quitar|retirer)$/.test(act.word)) return false;
  const { name } = reading.text;
  if (groupings.test(name.raw)) return true;
  return (
    act.passage.kind !== 'enum' &&
    hasKind(act.kinds, 'detachable') &&
    !/definition|entire/.test(reading.text.description?.clean ?? '')
  );
}

/** `delete_label`: "Remove a label from a page". */
function isTakenOff({ clauseActs: [said] }: Reading, act: Act): boolean {
  return (
    said !== undefined &&
    act.passage.kind === 'name' &&
    /^removes?$/.test(said.word) &&
    hasKind(act.kinds, 'detachable') &&
    hasKind(said.kinds, 'detachable') &&
    / from (?!.*(?:permanent|delet|drop))/i.test(said.passage.clean.slice(said.end, said.end + 120))
  );
}

/** What is killed or terminated while it runs holds no data of its own. */
const running =
  /^(?:process|processes|pid|apps?|repl|program|sessions?|simulators?|emulators?|jobs?|terminal|shell|command|background|browser|execution|executions|workflow|connection|connections)$/;

function endsProcess(act: Act): boolean {
  return /^(?:kill|terminat)/.test(act.word) && (act.object === '' || running.test(act.object));
}

export const scratch =
  /^(?:cache|caches|cookie|cookies|session|sessions|console|breakpoint|breakpoints|selection|overlay|thought|thoughts|buffer)$/;

/** Removing a background or noise makes a new picture or sound. */
export const effects =
  /^(?:backgrounds?|bg|watermarks?|noise|vocals|silence|duplicates?|whitespace|stopwords|metadata)$/;

/** A background that is killed is a process. */
const ends = /^(?:kill|stop|end|terminate)/;

/** A session of these is a record of somebody. */
const recorded = new Set(
  'verification kyc customer checkout payment user users training course patient'.split(' '),
);

const caches = new Set(['cache', 'caches']);

export function actsOnScratch(reading: Reading, act: Act): boolean {
  return (
    (scratch.test(act.object) &&
      !(/^sessions?$/.test(act.object) && speaksOf(reading, recorded))) ||
    (/^(?:entry|entries|keys?|items?)$/.test(act.object) && nameHas(reading, caches)) ||
    effects.test(act.object) ||
    (!ends.test(act.word) && reading.text.nameWords.some((word) => effects.test(word.text)))
  );
}

const stores = new Set([
  'container',
  'collection',
  'database',
  'table',
  'local',
  'memory',
  'memories',
  'filesystem',
  'disk',
  'mongodb',
  'cosmosdb',
  'codebase',
  'vault',
]);

/** Files of a machine, rows of a database: who reads them mostly wrote them. */
export function isOwnStore(reading: Reading): boolean {
  return speaksOf(reading, stores) || reading.byKind.has('path');
}

/** Whether the name has one of these words. */
export function nameHas(reading: Reading, words: ReadonlySet<string>): boolean {
  return anyOf(reading.text.nameWords, words);
}

/** Whether the name or the main clause speaks of one of these words. */
export function speaksOf(reading: Reading, words: ReadonlySet<string>): boolean {
  return nameHas(reading, words) || anyOf(reading.clause, words);
}

function anyOf(among: Word[], words: ReadonlySet<string>): boolean {
  for (const { text } of among) if (words.has(text)) return true;
  return false;
}

export const runWords = new Set([
  'run',
  'runs',
  'running',
  'exec',
  'execute',
  'executes',
  'executing',
  'eval',
  'evaluate',
  'evaluates',
  'invoke',
  'invokes',
]);

/** Acts that run something which the call hands over. */
export function runs(reading: Reading): Act[] {
  return reading.acts.filter((act) => act.verb === 'exec' || runWords.has(act.word));
}
