import { sharedAct } from '../lexicon/abroad.ts';
import { isCompoundNoun, things } from '../lexicon/compounds.ts';
import { senseOf } from '../lexicon/senses.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Passage } from '../text.ts';
import { term } from '../vocabulary.ts';
import { type Word, wordOf } from '../words.ts';
import { type Act, act } from './act.ts';
import { isDenied } from './denied.ts';
import { spacelessActs } from './spaceless-acts.ts';

const leadIn = new Set(
  `use this tool the a an to allows allow you lets let user users can will is used for function api endpoint method calls that
   which helps help enables enable agent mcp server primary main please also tools be your it when ask one single
   optionally first then always only force your ai model assistant command performs operation does
   un una uno el la los las le les une der die das den dem ein eine einen einem o os as um uma il lo gli i
   permite permitir permet permettent erlaubt ermöglicht consente позволяет este esta esse essa ce cet cette dieses diese questo
   questa этот эта herramienta función outil ferramenta werkzeug strumento инструмент
   realiza realizar realice efectúa efectuar efectue effectue effectuer effettua effettuare faz fazer führt durchführen
   durchführung выполняет выполнить осуществляет осуществить проводит провести производит`.split(
    /\s+/,
  ),
);
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
export function clauseActs(clause: Word[], passage: Passage): Act[] {
  const spaceless = spacelessActs(clause, passage);
  if (spaceless.length > 0) return spaceless;
  const acts: Act[] = [];
  for (let index = 0; index < clause.length; index++) {
    const word = clause[index] as Word;
    const phrasal = phrasalVerb(word.text, clause[index + 1]?.text ?? '');
    if (word.term.verb === undefined && phrasal === undefined) continue;
    if (index > 0 && word.text === 'del') continue;
    if (isDenied(clause, index, passage.clean)) continue;
    const leads =
      acts.length === 0
        ? mayBeMain(clause, index, passage.clean)
        : coordinated(clause, index, passage.clean);
    if (!leads) continue;
    const performed = performers.has(word.text) ? performedAct(clause, index) : undefined;
    const object = objectOfClause(clause, index, passage.clean);
    // "Issues a refund" has a sense as it is written.
    const whole = object !== undefined && senseOf(word.text, object.text) ? undefined : phrasal;
    const entered = whole === undefined ? undefined : wordOf(term(whole), word.start, word.end);
    acts.push(act(passage, performed ?? entered ?? word, object));
  }
  return acts;
}

const french = /^(?:l[ea]s?|l['’]\w+|une?|des?|du|d['’]\w+|à|en|ce|cette|ces|tous|toutes?)$/;
const spanish = /^(?:el|l[ao]s?|un[ao]?s?|al?|todo|toda|este|esta)$/;

/**
 * Two words that are another verb together: nothing is logged by "Log in to the service", and `lance`, `llama` are
 * verbs only where an article follows.
 */
const phrases: [verb: RegExp, next: RegExp, whole: string][] = [
  [/^(?:log|sign)s?$/, /^(?:in|into|on|onto)$/, 'login'],
  [/^rolls?$/, /^back$/, 'rollback'],
  [/^shuts?$/, /^down$/, 'shutdown'],
  [/^issues?$/, /^(?:an?|new|another)$/, 'create'],
  [/^orders?$/, /^(?:an?|another)$/, 'request'],
  [/^files?$/, /^(?:an?|the)$/, 'submit'],
  [/^lance$/, french, 'lancer'],
  [/^vide$/, french, 'vider'],
  [/^pay?e$/, french, 'payez'],
  [/^vend$/, french, 'vendre'],
  [/^lit$/, french, 'lire'],
  [/^met$/, french, 'mettre'],
  [/^sube$/, spanish, 'subir'],
  [/^llama$/, spanish, 'llamar'],
  [/^cobra$/, spanish, 'cobrar'],
];
const phrasalVerbs = new Map(
  phrases.flatMap(([verb, next, whole]) => wordsOf(verb).map((word) => [word, { next, whole }])),
);

function phrasalVerb(verb: string, particle: string): string | undefined {
  const phrase = phrasalVerbs.get(verb);
  if (phrase?.next.test(particle)) return phrase.whole;
  return frenchOf.test(particle) ? sharedAct(verb) : undefined;
}

/** "Modification du salaire", "suppression d'un contact". */
const frenchOf = /^(?:de|du|des|d|d'.+)$/;

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
    ({ text, term: { verb } }, offset) =>
      text !== 'query' &&
      text !== 'test' &&
      !text.endsWith('s') &&
      verb !== undefined &&
      performable.has(verb) &&
      !appliances.test(clause[index + offset + 2]?.text ?? ''),
  );
}

/** "Starts the review server": what is started, and no review. */
const appliances = /^(?:ui|server|page|session|app|service|window|process|daemon|console)$/;

/** A verb may lead where nothing but lead-in words stand before it, or a plain verb among the first words. */
function mayBeMain(clause: Word[], index: number, clean: string): boolean {
  const { text, term: verb } = clause[index] as Word;
  const next = clause[index + 1]?.text ?? '';
  if (inSlashList(clause, index, clean)) return true;
  if (leadIn.has(text) && index < 3) return false;
  if (text === 'call' && /^(?:this|when|before|after|it|first|once|with|only)$/.test(next))
    return false;
  if (isNamed(clause, index) || isCompound(clause, index, clean)) return false;
  const before = clause.slice(0, index);
  if (before.every((word) => leadIn.has(word.text) || word.text.endsWith('ly'))) return true;
  const previous = clause[index - 1]?.text ?? '';
  if (previous === 'to' || previous === 'that' || previous === 'which') return index < 14;
  return index < 6 && (!verb.nounish || text.endsWith('s')) && !previous.endsWith('s');
}

/** "Launches of rockets", "Start date of a term", "Order by its number": a thing. */
function isNamed(clause: Word[], index: number): boolean {
  const { text } = clause[index] as Word;
  const next = clause[index + 1]?.text ?? '';
  if (next === 'of') return true;
  if (next === 'by') return things.has(text) || things.has(text.slice(0, -1));
  const behind = clause[index + 2]?.text;
  return isCompoundNoun(text, next, behind === undefined || stops.has(behind));
}

/** "Fill-in-the-Middle", "sign-in": no verb of the sentence. */
function isCompound(clause: Word[], index: number, clean: string): boolean {
  const { end } = clause[index] as Word;
  const next = clause[index + 1];
  if (
    /^(?:read|write)$/.test((clause[index] as Word).text) &&
    /^(?:access|permissions?)$/.test(next?.text ?? '')
  )
    return true;
  return (
    clean[end] === '-' &&
    next?.start === end + 1 &&
    /^(?:in|on|out|up|off|of|the|time|based|level|side|end)$/.test(next.text)
  );
}

/** `list/get/create`: verbs joined by slashes are all acts. */
function inSlashList(clause: Word[], index: number, clean: string): boolean {
  const word = clause[index] as Word;
  const next = clause[index + 1];
  return (
    next !== undefined &&
    clean[word.end] === '/' &&
    next.start === word.end + 1 &&
    next.term.verb !== undefined
  );
}

/** "y lo elimina", "et le supprime". */
const pronouns = new Set('lo la los las le les se li gli'.split(' '));

function coordinated(clause: Word[], index: number, clean: string): boolean {
  const word = clause[index] as Word;
  // "or permanently delete"
  const adverb = (clause[index - 1] as Word).text.endsWith('ly') && index > 1;
  const skipped = adverb || pronouns.has((clause[index - 1] as Word).text);
  const previous = clause[skipped && index > 1 ? index - 2 : index - 1] as Word;
  if (joiners.has(previous.text)) return !word.term.nounish || verbBefore(clause, index - 1);
  const gap = clean.slice(previous.end, word.start);
  if (!/[,:/;(|、•]/.test(gap)) return false;
  return !word.term.nounish || verbBefore(clause, index) || gap.includes(':');
}

function verbBefore(clause: Word[], index: number): boolean {
  return clause[index - 1]?.term.verb !== undefined || clause[index + 1]?.term.verb !== undefined;
}

/** "Of" in the languages that are read word by word. */
const ofs = new Set('of de du des di del della dei delle degli do da dos das von'.split(' '));
const stops = new Set([
  ...ofs,
  ...joiners,
  ...'par por con com avec mit für aus для с из по между на entre pour para per sur sobre über um dans en nel nella'.split(
    ' ',
  ),
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
  'against',
]);
/** "projects this credential can see" */
const speakers = new Set(['this', 'these', 'those', 'you', 'your']);

/** Head of the noun group after a verb: its last known noun before a preposition, or before one of "of". */
function objectOfClause(clause: Word[], verb: number, clean: string): Word | undefined {
  let found: Word | undefined;
  for (let index = verb + 1; index < Math.min(clause.length, verb + 9); index++) {
    const word = clause[index] as Word;
    if (found !== undefined && clean[(clause[index - 1] as Word).end] === ';') break;
    if (speakers.has(word.text) && found !== undefined && found === clause[index - 1]) break;
    if (stops.has(word.text) && found !== undefined) {
      if (ofs.has(word.text) && isLooseHead(found.text)) continue;
      break;
    }
    if (word.term.nouns !== 0 && !word.term.quantity) found = word;
  }
  return found;
}

function isLooseHead(noun: string): boolean {
  return /^(?:list|number|count|set|details|content|contents|status|history|information|version|all|bulk|multiple|one)s?$/.test(
    noun,
  );
}
