import { asWritten } from './vocabulary.ts';
import { type Word, wordOf } from './words.ts';

/** Words that only English sentences have many of. */
const functionWords = new Set(
  'the and of to for with from by is are this that it its on be not or as when if in a an'.split(
    ' ',
  ),
);
/** A French infinitive or noun of an act that may as well be who does it in English: `exporter`, `lecture`. */
const eitherWay = /(?:er|ure|or|ence|ance|al)s?$/;

/** Whether a sentence is English, though some of its words stand in the tables of other languages too. */
function isEnglish(words: Word[]): boolean {
  let english = 0;
  let abroad = 0;
  for (const word of words) {
    const { text, term } = word;
    if (isFromAbroad(word)) abroad++;
    else if (functionWords.has(text) || term.verb !== undefined || term.nouns !== 0) english++;
  }
  return abroad > 0 && english > abroad;
}

/** @returns the words of a description, as they are written where its language is English */
export function sentenceWords(words: Word[]): Word[] {
  return isEnglish(words) ? words.map((word) => (isPlain(word) ? written(word) : word)) : words;
}

/**
 * The words of a name, as they are written where the description is English; without one, where they may be English.
 * @param said the words of the description
 */
export function namedWords(words: Word[], said: Word[]): Word[] {
  if (!words.some(isFromAbroad) || (said.some(isFromAbroad) && !isEnglish(said))) return words;
  const isSaid =
    said.length > 0 || words.some((word) => !isFromAbroad(word) && word.term.verb !== undefined);
  return words.map((word) =>
    isFromAbroad(word) && isPlain(word) && (isSaid || eitherWay.test(word.term.spelt))
      ? written(word)
      : word,
  );
}

/** Whether a word of another language is read as the English one. */
export function isFromAbroad({ term, text }: Word): boolean {
  return term.spelt !== text;
}

/** Without a letter that English lacks. */
function isPlain({ term }: Word): boolean {
  return /^[\x20-\x7e]+$/.test(term.spelt);
}

function written({ term, start, end }: Word): Word {
  return wordOf(asWritten(term), start, end);
}
