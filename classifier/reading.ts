import { nounBits } from './lexicon/nouns.ts';
import { type ParameterClass, parameterKinds } from './lexicon/parameters.ts';
import {
  closingVerbs,
  nounishVerbs,
  spacelessVerbs,
  type VerbClass,
  verbClassOf,
} from './lexicon/verbs.ts';
import type { Parameter, Passage, Text } from './text.ts';
import { nameWords, proseWords, type Word } from './words.ts';

/** One thing the tool says it does: a verb, and what the verb is done to. */
export interface Act {
  verb: VerbClass;
  /** The verb as it stands in `passage.clean`. */
  word: string;
  passage: Passage;
  start: number;
  end: number;
  /** Where the object ends, or the verb where there is none. */
  objectEnd: number;
  /** The noun that the verb acts on (last noun of its group), or ''. */
  object: string;
  /** Bit set over `nounClasses` of `object`. */
  kinds: number;
}

export interface ReadParameter {
  parameter: Parameter;
  kinds: readonly ParameterClass[];
}

/** A definition understood as acts: by its name, by the main clause of its description, by its choices. */
export interface Reading {
  text: Text;
  nameAct: Act | undefined;
  /** Bit set over all nouns of the name. */
  nameKinds: number;
  /** Verbs of the main clause; the first is the main verb, the rest are coordinated with it. */
  clauseActs: Act[];
  /** Words of the main clause. */
  clause: Word[];
  clauseKinds: number;
  /** Choices of an action parameter, and actions that the description lists for it. */
  choices: Act[];
  /** All of the above: name, clause, choices. */
  acts: Act[];
  /** What the tool does in the first place: by its name where that has a verb, else by its clause. */
  main: Act | undefined;
  parameters: ReadParameter[];
  byKind: ReadonlyMap<ParameterClass, ReadParameter[]>;
}

export function readTool(text: Text): Reading {
  const parameters = text.parameters.map(readParameter);
  const clause = mainClause(text);
  const read = clause.length > 0 ? clauseActs(clause, text.description as Passage) : [];
  const named = nameAct(text.name, splitUnknown(text.nameWords), read.length > 0 ? 5 : 0);
  const listed = named === undefined || named.verb === 'manage' ? read : [];
  const chosen = [...choices(text, parameters), ...(listed.length >= 3 ? listed : [])];
  const acts = [...new Set([...(named === undefined ? [] : [named]), ...read, ...chosen])];
  return {
    text,
    nameAct: named,
    nameKinds: kindsOf(text.nameWords),
    clauseActs: read,
    clause,
    clauseKinds: kindsOf(clause),
    choices: chosen,
    acts: acts.length === 0 ? [implied(text, clause)] : acts,
    main: named ?? read[0],
    parameters,
    byKind: groupByKind(parameters),
  };
}

/** A tool without a verb (`server_domains`, "Database details") returns what it names. */
function implied(text: Text, clause: Word[]): Act {
  const words = text.nameWords;
  const object =
    words.findLast((word) => nounBits(word.text) !== 0) ??
    clause.find((word) => nounBits(word.text) !== 0);
  const kinds = object === undefined ? 0 : nounBits(object.text);
  const end = text.name.clean.length;
  return {
    verb: 'get',
    word: '',
    passage: text.name,
    start: 0,
    end,
    objectEnd: end,
    object: object?.text ?? '',
    kinds,
  };
}

/** `mode: driving | walking` chooses no act. */
function readParameter(parameter: Parameter): ReadParameter {
  const { words } = parameter;
  const joined =
    words.length === 1 ? (words[0] as Word).text : words.map((word) => word.text).join('');
  const kinds = parameterKinds(joined, words.at(-1)?.text ?? '');
  const choosesNothing =
    kinds.includes('action') && parameter.values.length > 0 && !namesVerb(parameter);
  return { parameter, kinds: choosesNothing ? kinds.filter((kind) => kind !== 'action') : kinds };
}

function groupByKind(parameters: ReadParameter[]): Map<ParameterClass, ReadParameter[]> {
  const groups = new Map<ParameterClass, ReadParameter[]>();
  for (const parameter of parameters) {
    for (const kind of parameter.kinds) {
      const group = groups.get(kind);
      if (group === undefined) groups.set(kind, [parameter]);
      else group.push(parameter);
    }
  }
  return groups;
}

function kindsOf(words: Word[]): number {
  let kinds = 0;
  for (const word of words) kinds |= nounBits(word.text);
  return kinds;
}

/** No verb and noun run together are longer. */
const longestJoined = 40;

/** `sendmessage`, `getuser`: one unknown word that is a verb and a noun run together. */
function splitUnknown(words: Word[]): Word[] {
  return words.flatMap((word) => {
    const { length } = word.text;
    if (length < 7 || length > longestJoined) return [word];
    if (verbClassOf.has(word.text) || nounBits(word.text) !== 0) return [word];
    for (let cut = 3; cut <= word.text.length - 3; cut++) {
      const left = word.text.slice(0, cut);
      const right = word.text.slice(cut);
      if (!verbClassOf.has(left) || nounBits(right) === 0) continue;
      const middle = word.start + cut;
      return [
        { text: left, start: word.start, end: middle },
        { text: right, start: middle, end: word.end },
      ];
    }
    return [word];
  });
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
 */
function nameAct(passage: Passage, words: Word[], least = 0): Act | undefined {
  let best = -1;
  let bestScore = least;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    if (!verbClassOf.has(word.text) || prepositions.has(words[index - 1]?.text ?? '')) continue;
    if (words.length === 1 && nounishVerbs.has(word.text) && verbClassOf.get(word.text) === 'send')
      continue;
    const leads = words.slice(0, index).every((before) => isProduct(before.text));
    const described =
      index < words.length - 1 &&
      nounishVerbs.has(word.text) &&
      aspects.test((words.at(-1) as Word).text);
    const score =
      described && !looking.has(verbClassOf.get(word.text) as VerbClass)
        ? 3
        : verbScore(word.text, leads ? 0 : index, words.length);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  if (best < 0) return undefined;
  best = joinedVerb(words, best);
  const verb = words[best] as Word;
  const object = objectOfName(words, best);
  return act(passage, verb, object);
}

/** `get_or_create`, `find_and_replace`: the verb that changes something, where one is joined to a look. */
function joinedVerb(words: Word[], best: number): number {
  if (!looking.has(verbClassOf.get((words[best] as Word).text) as VerbClass)) return best;
  const joined = words.findIndex(
    ({ text }, index) =>
      /^(?:or|and)$/.test(words[index - 1]?.text ?? '') &&
      verbClassOf.has(text) &&
      !nounishVerbs.has(text),
  );
  return joined < 0 ? best : joined;
}

function verbScore(word: string, index: number, length: number): number {
  if (isInflected(word) && nounishBase(word)) return 3;
  const plain = !nounishVerbs.has(word) && !isInflected(word);
  if (index === 0)
    return plain ? 10 : word === 'list' || word === 'search' || word === 'preview' ? 8.5 : 7;
  if (index === length - 1) return plain ? 8 : closingVerbs.has(word) ? 6 : 3;
  return (plain ? 9 : 4) - index * 0.1;
}

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
  /^(?:details?|info|status|history|logs|stats|statistics|results?|summary|count|metrics|schema|types|categories|rules|interest|book|depth)$/;
const looking: ReadonlySet<VerbClass> = new Set<VerbClass>([
  'get',
  'list',
  'search',
  'compute',
  'wait',
]);

/** A word of no known kind before the verb is the name of a product (`linear_archiveRelease`, `v1BulkRemove`). */
function isProduct(word: string): boolean {
  return !verbClassOf.has(word) && nounBits(word) === 0;
}

/** In a name a form in -s or -ing is hardly ever the verb (`list_queues`, `get_builds`). */
function isInflected(word: string): boolean {
  return /(?:[^s]s|ing)$/.test(word);
}

function objectOfName(words: Word[], verb: number): Word | undefined {
  let end = verb + 1;
  while (end < words.length && !prepositions.has((words[end] as Word).text)) end++;
  for (let index = end - 1; index > verb; index--) {
    const word = words[index] as Word;
    if (nounBits(word.text) !== 0 && !isQuantity(word.text)) return word;
  }
  return end - 1 > verb ? words[end - 1] : words[verb - 1];
}

/** `delete_users_bulk`: says how many, not what. */
function isQuantity(word: string): boolean {
  return /^(?:bulk|batch|all|multiple|many|single|one)$/.test(word);
}

/** What is dropped for good; other things are dropped on a target. */
const dropped =
  /^(?:databases?|db|tables?|collections?|index|indexes|schemas?|columns?|views?|namespaces?|keyspaces?|users?|functions?|triggers?|stash|branch|record|records|rows?)$/;

function act(passage: Passage, verb: Word, object: Word | undefined): Act {
  const typed =
    object !== undefined &&
    verb.text.startsWith('send') &&
    /^(?:keys?|keystrokes?|input|taps?)$/.test(object.text);
  const moved =
    verb.text.startsWith('drop') && (object === undefined || !dropped.test(object.text));
  return {
    verb: typed || moved ? 'interface' : (verbClassOf.get(verb.text) as VerbClass),
    word: verb.text,
    passage,
    start: verb.start,
    end: verb.end,
    objectEnd: Math.max(verb.end, object?.end ?? 0),
    object: object?.text ?? '',
    kinds: object === undefined ? 0 : nounBits(object.text),
  };
}

/** Longest main clause that is read, in UTF-16 units and words. */
const clauseLimit = { characters: 420, words: 40 };
const opening =
  /^(?:\s*(?:\[[^\]\n]{0,80}\][-:\s]*|#+\s[^\n]{0,200}\n|[^\p{L}\p{N}\s[("'`]+|(?:purpose|description|summary|overview|warning|important|destructive|deprecated|beta|note)\W{0,4}:))+/iu;
const sentenceEnd = /[.!?](?=\s|$)|[。！？]|\n\s*\n|\n\s*[-*#•]|[—–](?=\s)/g;

/** The words of the first sentence that says something. */
function mainClause(text: Text): Word[] {
  const clean = text.description?.clean;
  if (clean === undefined) return [];
  let from = opening.exec(clean)?.[0].length ?? 0;
  for (let tries = 0; tries < 3; tries++) {
    const to = clauseEnd(clean, from);
    const words = proseWords(clean, from, to, clauseLimit.words);
    if (words.length >= 2 || to >= clean.length || words.some((word) => word.end - word.start > 5))
      return words;
    from = to + 1;
  }
  return [];
}

function clauseEnd(clean: string, from: number): number {
  const limit = Math.min(clean.length, from + clauseLimit.characters);
  sentenceEnd.lastIndex = from + 8;
  for (let found = sentenceEnd.exec(clean); found !== null; found = sentenceEnd.exec(clean)) {
    if (found.index >= limit) break;
    if (
      found[0] === '.' &&
      /\b(?:e\.g|i\.e|etc|vs)$/i.test(clean.slice(Math.max(0, found.index - 4), found.index))
    )
      continue;
    return found.index;
  }
  return limit;
}

const leadIn = new Set(
  `use this tool the a an to allows allow you lets let user users can will is used for function api endpoint method calls that
   which helps help enables enable agent mcp server primary main please also tools be your it when ask one single
   optionally first then always only your ai model assistant command performs operation does`.split(
    /\s+/,
  ),
);
const negations = new Set([
  'not',
  'never',
  'without',
  'no',
  "doesn't",
  "don't",
  "won't",
  'cannot',
  "can't",
  'nothing',
  'neither',
  'nor',
]);
const joiners = new Set([
  'and',
  'or',
  'then',
  'y',
  'o',
  'e',
  'ou',
  'und',
  'oder',
  'et',
  'и',
  'или',
]);

/** The main verb and those coordinated with it ("create, list or remove"). */
function clauseActs(clause: Word[], passage: Passage): Act[] {
  const spaceless = spacelessActs(clause, passage);
  if (spaceless.length > 0) return spaceless;
  const acts: Act[] = [];
  for (let index = 0; index < clause.length; index++) {
    const word = clause[index] as Word;
    if (!verbClassOf.has(word.text)) continue;
    if (negated(clause, index)) continue;
    const leads =
      acts.length === 0
        ? mayBeMain(clause, index, passage.clean)
        : coordinated(clause, index, passage.clean);
    if (!leads) continue;
    const performed = performers.has(word.text) ? performedAct(clause, index) : undefined;
    acts.push(act(passage, performed ?? word, objectOfClause(clause, index)));
  }
  return acts;
}

const performers = new Set([
  'perform',
  'performs',
  'execute',
  'executes',
  'run',
  'runs',
  'make',
  'makes',
  'conduct',
  'conducts',
  'do',
  'does',
  'start',
  'starts',
]);
const performable = new Set<VerbClass>(['search', 'compute']);

/** "Performs a web search": the act is the noun. */
function performedAct(clause: Word[], index: number): Word | undefined {
  if (clause[index + 1]?.text === 'report' || clause[index + 2]?.text === 'report')
    return clause.slice(index + 1).find(({ text }) => text === 'report');
  const near = clause.slice(index + 1, index + 6);
  return near.find(
    ({ text }) =>
      text !== 'query' &&
      !text.endsWith('s') &&
      performable.has(verbClassOf.get(text) as VerbClass),
  );
}

function negated(clause: Word[], index: number): boolean {
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    if (negations.has((clause[back] as Word).text)) return true;
  }
  return false;
}

/** A verb may lead where nothing but lead-in words stand before it, or a plain verb among the first words. */
function mayBeMain(clause: Word[], index: number, clean: string): boolean {
  const { text } = clause[index] as Word;
  const next = clause[index + 1]?.text ?? '';
  if (inSlashList(clause, index, clean)) return true;
  if (leadIn.has(text) && index < 3) return false;
  if (text === 'call' && /^(?:this|when|before|after|it|first|once|with|only)$/.test(next))
    return false;
  if (next === 'of' && nounishVerbs.has(text)) return false;
  const before = clause.slice(0, index);
  if (before.every((word) => leadIn.has(word.text) || word.text.endsWith('ly'))) return true;
  const previous = clause[index - 1]?.text ?? '';
  if (previous === 'to' || previous === 'that' || previous === 'which') return index < 14;
  return index < 6 && (!nounishVerbs.has(text) || /s$/.test(text)) && !previous.endsWith('s');
}

/** `list/get/create`: verbs joined by slashes are all acts. */
function inSlashList(clause: Word[], index: number, clean: string): boolean {
  const word = clause[index] as Word;
  const next = clause[index + 1];
  return (
    next !== undefined &&
    clean[word.end] === '/' &&
    next.start === word.end + 1 &&
    verbClassOf.has(next.text)
  );
}

function coordinated(clause: Word[], index: number, clean: string): boolean {
  const word = clause[index] as Word;
  const previous = clause[index - 1] as Word;
  if (joiners.has(previous.text))
    return !nounishVerbs.has(word.text) || verbBefore(clause, index - 1);
  const gap = clean.slice(previous.end, word.start);
  if (!/[,:/;(|、•]/.test(gap)) return false;
  return !nounishVerbs.has(word.text) || verbBefore(clause, index) || gap.includes(':');
}

function verbBefore(clause: Word[], index: number): boolean {
  return (
    verbClassOf.has(clause[index - 1]?.text ?? '') || verbClassOf.has(clause[index + 1]?.text ?? '')
  );
}

const stops = new Set([
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
  'using',
  'via',
  'based',
  'that',
  'which',
  'if',
  'and',
  'or',
  'when',
  'where',
  'matching',
  'within',
  'per',
  'across',
]);

/** Head of the noun group after a verb: its last known noun before a preposition, or before one of "of". */
function objectOfClause(clause: Word[], verb: number): Word | undefined {
  let found: Word | undefined;
  for (let index = verb + 1; index < Math.min(clause.length, verb + 9); index++) {
    const word = clause[index] as Word;
    if (stops.has(word.text) && found !== undefined) {
      if (word.text === 'of' && isLooseHead(found.text)) continue;
      break;
    }
    if (nounBits(word.text) !== 0 && !isQuantity(word.text)) found = word;
  }
  return found;
}

function isLooseHead(noun: string): boolean {
  return /^(?:list|number|count|set|details|content|contents|status|history|information|version|all|bulk|multiple|one)s?$/.test(
    noun,
  );
}

const spaceless = /[぀-ヿ㐀-鿿가-힯]/;

function spacelessActs(clause: Word[], passage: Passage): Act[] {
  const first = clause[0] as Word;
  const from = first.start;
  const to = (clause.at(-1) as Word).end;
  const part = passage.clean.slice(from, to);
  if (!spaceless.test(part)) return [];
  const language = /[가-힯]/.test(part) ? 'ko' : /[぀-ヿ]/.test(part) ? 'ja' : 'zh';
  const hits: Act[] = [];
  for (const verb of spacelessVerbs) {
    if (verb.language !== language) continue;
    const found = verb.pattern.exec(part);
    if (found === null || isNegatedCjk(part, found.index + found[0].length, found.index)) continue;
    const start = from + found.index;
    const end = start + found[0].length;
    hits.push({
      verb: verb.class,
      word: found[0],
      passage,
      start,
      end,
      objectEnd: end,
      object: '',
      kinds: kindsOfCjk(part),
    });
  }
  const order = language === 'zh' ? 1 : -1;
  return hits.sort((a, b) => order * (a.start - b.start)).slice(0, 1);
}

function isNegatedCjk(part: string, end: number, start: number): boolean {
  return (
    /^(?:しない|せず|しません|하지|된|済み|された)/.test(part.slice(end, end + 4)) ||
    /[不未已没]$/.test(part.slice(0, start)) ||
    /^(?:的|された|済)/.test(part.slice(end, end + 3))
  );
}

const cjkNouns: [RegExp, string][] = [
  [/命令|コマンド|명령|shell/i, 'command'],
  [/代码|コード|코드|脚本|スクリプト|스크립트/, 'code'],
  [/数据库|データベース|데이터베이스/, 'database'],
  [/文件|ファイル|파일/, 'file'],
  [/消息|メッセージ|메시지/, 'message'],
  [/邮件|メール|메일/, 'email'],
  [/用户|ユーザー|사용자/, 'user'],
  [/订单|注文|주문/, 'order'],
  [/评论|コメント|댓글/, 'comment'],
  [/任务|タスク|작업/, 'task'],
  [/天气|天気|날씨/, 'weather'],
  [/网页|网站|ページ|웹/, 'webpage'],
  [/密码|密钥|パスワード|비밀번호/, 'password'],
  [/权限|権限|권한/, 'permission'],
  [/成员|メンバー|멤버/, 'member'],
  [/标签|タグ|태그/, 'tag'],
  [/图片|画像|이미지/, 'image'],
  [/文章|記事|글/, 'article'],
  [/日志|ログ|로그/, 'log'],
];

function kindsOfCjk(part: string): number {
  let kinds = 0;
  for (const [pattern, noun] of cjkNouns) if (pattern.test(part)) kinds |= nounBits(noun);
  return kinds;
}

/** Acts that one parameter chooses between. */
function choices(text: Text, parameters: ReadParameter[]): Act[] {
  const acts: Act[] = [];
  for (const { parameter, kinds } of parameters) {
    if (
      !kinds.includes('action') ||
      (parameter.depth > 0 && !/^(?:action|operation)$/i.test(parameter.name.clean))
    )
      continue;
    if (
      parameter.words.at(-1)?.text === 'type' &&
      parameter.values.length > 0 &&
      !mostlyVerbs(parameter)
    )
      continue;
    if (parameter.values.some((value) => /^(?:GET|POST|SELECT)$/.test(value.clean))) continue;
    for (const value of parameter.values) {
      const found = nameAct(value, nameWords(value.clean));
      if (found !== undefined) acts.push(found);
    }
    if (parameter.values.length === 0 && parameter.text !== undefined)
      acts.push(...listedActs(parameter.text));
    if (parameter.values.length === 0 && text.description !== undefined)
      acts.push(...listedActs(text.description));
  }
  return acts;
}

function namesVerb(parameter: Parameter): boolean {
  return parameter.values.some((value) =>
    nameWords(value.clean).some((word) => verbClassOf.has(word.text) && !isInflected(word.text)),
  );
}

function mostlyVerbs(parameter: Parameter): boolean {
  const verbs = parameter.values.filter((value) => {
    const first = nameWords(value.clean)[0]?.text ?? '';
    return verbClassOf.has(first) && !nounishVerbs.has(first);
  });
  return verbs.length * 2 > parameter.values.length;
}

const listOpening =
  /\b(?:actions?|operations?|modes?|commands?|one of|supports?|either)\b[^\n.:]{0,30}[:=]\s*/gi;

/** `Actions: list, get, delete`, `action='delete'`: the listed words that are plain verbs. */
function listedActs(passage: Passage): Act[] {
  const acts: Act[] = [];
  const part = passage.clean.length > 3000 ? passage.clean.slice(0, 3000) : passage.clean;
  for (const opening of part.matchAll(listOpening)) {
    const from = opening.index + opening[0].length;
    const end = /[.\n]/.exec(part.slice(from, from + 300));
    const to = from + (end === null ? Math.min(300, part.length - from) : end.index);
    for (const word of part.slice(from, to).matchAll(/[A-Za-z][A-Za-z_]*/g)) {
      const start = from + word.index;
      const before = part[start - 1] ?? ' ';
      if (!/[\s'"`|/,(=]/.test(before)) continue;
      const item = nameWords(word[0])[0] as Word;
      if (!verbClassOf.has(item.text) || nounishVerbs.has(item.text)) continue;
      acts.push(
        act(
          passage,
          { text: item.text, start: start + item.start, end: start + item.end },
          undefined,
        ),
      );
    }
  }
  return acts;
}

/** Whether a reading has a parameter of this kind (any depth). */
export function takes(reading: Reading, kind: ParameterClass): boolean {
  return reading.parameters.some(({ kinds }) => kinds.includes(kind));
}
