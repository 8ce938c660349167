import { type Abroad, abroadOf } from './lexicon/abroad.ts';
import { nounBits } from './lexicon/nouns.ts';
import { nounishVerbs, type VerbClass, verbClassOf } from './lexicon/verbs.ts';

/** A word in lower case, looked up once for all definitions that use it. */
export interface Term {
  /** As it is written. */
  spelt: string;
  /** In English, where that is known of a word of another language. */
  text: string;
  /** Without its possessive, plural or third person ending. */
  stem: string;
  verb: VerbClass | undefined;
  /** As an English word, once it was asked for. */
  written: Term | undefined;
  /** Of a script without spaces: the English verb of what it may say is done; only its place tells. */
  runningVerb: string | undefined;
  /** A verb that is often a noun. */
  nounish: boolean;
  /** In a name a form in -s or -ing is hardly ever the verb (`list_queues`, `get_builds`). */
  inflected: boolean;
  /** `delete_users_bulk`: says how many, not what. */
  quantity: boolean;
  /** Bit set over `nounClasses`. */
  nouns: number;
  /** Where a verb and a noun that are written together part; see `splitUnknown`. 0 for other words. */
  parting: number | undefined;
  /** Which signals may fire on it; see `triggers.ts`. */
  triggers: number | undefined;
  /** Where the rows of its features stand in the model that looked them up. */
  rows: number;
  model: object | undefined;
}

const size = 1 << 15;
const mask = size - 1;
/** More words than the lexicons and most catalogs have; a hostile catalog must not fill the memory. */
const mostTerms = size >> 1;
/** Longer words are read, but not kept. */
const longestTerm = 40;

/** Open addressing by the hash of the lower-case word. */
let slots = new Array<Term | undefined>(size);
let kept = 0;
/** Words with letters outside ASCII. */
const foreign = new Map<string, Term>();

/** `l'utilisateur`, `dell'utente`. */
const elided = /^(?:[ldnsmtcj]|qu|dell|nell|all|sull|dall|un|quest)'(?=\p{L}{3})/u;

const quantities = new Set(['bulk', 'batch', 'all', 'multiple', 'many', 'single', 'one']);

function makeTerm(spelt: string): Term {
  const isEnglish = verbClassOf.has(spelt) || nounBits(spelt) !== 0;
  const abroad = isEnglish ? undefined : abroadOf(spelt.replace(elided, ''));
  return abroad === undefined ? termOf(spelt, spelt) : abroadTerm(spelt, abroad);
}

/** What stands for an English word: a thing is no verb, though its English name may be one. */
function abroadTerm(spelt: string, { english, verb, isNoun }: Abroad): Term {
  return {
    ...termOf(spelt, english),
    verb: verb === undefined ? undefined : verbClassOf.get(verb),
    nounish: isNoun || nounishVerbs.has(spelt),
    inflected: false,
  };
}

function termOf(spelt: string, text: string): Term {
  return {
    spelt,
    text,
    stem: stemOf(text),
    verb: verbClassOf.get(text),
    written: undefined,
    runningVerb: undefined,
    nounish: nounishVerbs.has(text),
    inflected: isInflected(text),
    quantity: quantities.has(text),
    nouns: nounBits(text),
    parting: undefined,
    triggers: undefined,
    rows: 0,
    model: undefined,
  };
}

/** A form in -s or -ing of a verb: `runs`, `deleting`, and not `focus`, `ping`. */
function isInflected(word: string): boolean {
  if (/[^s]s$/.test(word))
    return verbClassOf.has(word.slice(0, -1)) || verbClassOf.has(word.slice(0, -2));
  if (!word.endsWith('ing')) return false;
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)].some((base) => verbClassOf.has(base));
}

/** A word without its possessive, plural or third person ending. */
function stemOf(word: string): string {
  const ending = word.charCodeAt(word.length - 1);
  if (ending !== 115 || word.length < 4) return word;
  if (word.endsWith("'s")) return word.slice(0, -2);
  if (word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('ches') && verbClassOf.has(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** The term of no word. */
export const noTerm = makeTerm('');

/** The term of a word in lower case. */
export function term(text: string): Term {
  return termAt(text, 0, text.length);
}

const spaceless = new Map<string, Term>();

/** The term of a word that is English here, whatever it means in another language. */
export function asWritten(word: Term): Term {
  word.written ??= termOf(word.spelt, word.spelt);
  return word.written;
}

/** The term of a word of a script without spaces. */
export function spacelessTerm(spelt: string, { english, verb }: Abroad): Term {
  let found = spaceless.get(spelt);
  if (found === undefined) {
    found = {
      ...abroadTerm(spelt, { english, verb: undefined, isNoun: false }),
      runningVerb: verb,
    };
    spaceless.set(spelt, found);
  }
  return found;
}

/** The term that stands at `start` to `end` of a text, in whatever case. */
export function termAt(text: string, start: number, end: number): Term {
  if (end - start > longestTerm) return makeTerm(text.slice(start, end).toLowerCase());
  let hash = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return foreignTerm(text.slice(start, end).toLowerCase());
    hash = (Math.imul(hash, 31) + (code >= 65 && code <= 90 ? code + 32 : code)) | 0;
  }
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (;;) {
    const found = slots[slot];
    if (found === undefined) break;
    if (isSame(found.spelt, text, start, end)) return found;
    slot = (slot + 1) & mask;
  }
  const made = makeTerm(text.slice(start, end).toLowerCase());
  if (kept === mostTerms) {
    slots = new Array<Term | undefined>(size);
    kept = 0;
    slot = (hash ^ (hash >>> 15)) & mask;
  }
  slots[slot] = made;
  kept++;
  return made;
}

function isSame(known: string, text: string, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let at = 0; at < known.length; at++) {
    const code = text.charCodeAt(start + at);
    if (known.charCodeAt(at) !== (code >= 65 && code <= 90 ? code + 32 : code)) return false;
  }
  return true;
}

function foreignTerm(text: string): Term {
  let found = foreign.get(text);
  if (found === undefined) {
    if (foreign.size >= mostTerms) foreign.clear();
    found = makeTerm(text);
    foreign.set(text, found);
  }
  return found;
}
