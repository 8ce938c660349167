import { denying, isDeniedAct } from '../denial.ts';
import type { Word } from '../words.ts';

const negations = new Set([...denying, 'not']);
/** "doesn’t" with a curly apostrophe is read as two words; "can" and "won" alone would deny too much. */
const contracted = /n't$|^(?:do|does|did|is|are|was|were|could|should|would)n$/;

/** Whether the verb at `index` of a clause is denied: "does not delete", "löscht nichts", "deletes no files". */
export function isDenied(clause: Word[], index: number, clean: string): boolean {
  const { term: verb, start, end } = clause[index] as Word;
  if (verb.spelt !== verb.text && isDeniedAct(clean, start, end)) return true;
  if (deniesObject(clause, index, clean)) return true;
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const { text } = clause[back] as Word;
    if (negations.has(text) || contracted.test(text))
      return !endsBefore(clause, back, index, clean);
  }
  return false;
}

/** "Deletes nothing", "Deletes no files", and not "no fewer than ten", "no-reply mails" or "nothing but". */
function deniesObject(clause: Word[], index: number, clean: string): boolean {
  const [next, behind] = [clause[index + 1], clause[index + 2]];
  if (next?.text === 'nothing') return !/^(?:but|less|other|more|except)$/.test(behind?.text ?? '');
  if (next?.text !== 'no' || behind === undefined || clean[next.end] !== ' ') return false;
  return behind.term.nouns !== 0 && behind.text !== 'matter';
}

const conditions = new Set(
  'if when whenever unless once until where while since because'.split(' '),
);

/** Whether the word at `back` belongs to a condition that a comma ends before `index`: "if it isn't found, deletes it". */
function endsBefore(clause: Word[], back: number, index: number, clean: string): boolean {
  const [denial, verb] = [clause[back] as Word, clause[index] as Word];
  if (!clean.slice(denial.end, verb.start).includes(',')) return false;
  return clause.slice(0, back).some(({ text }) => conditions.has(text));
}
