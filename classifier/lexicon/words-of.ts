/**
 * Every word that a pattern of whole words matches: `^(?:orders?|t(?:y|ie)s)$` gives order, orders, ties and tys.
 * Knows groups, alternatives, `?` and letters; underscores are left out, for names are compared without them.
 * Throws where a pattern needs more.
 */
export function wordsOf(pattern: RegExp): string[] {
  const source = pattern.source.replaceAll('_?', '').replaceAll('_', '');
  const reader = { source, at: 0 };
  const words = alternatives(reader);
  if (reader.at < source.length) throw new Error(`${pattern} is no list of words`);
  return [...new Set(words)].map((word) => word.toLowerCase());
}

interface Reader {
  source: string;
  at: number;
}

function alternatives(reader: Reader): string[] {
  const words = sequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at++;
    words.push(...sequence(reader));
  }
  return words;
}

function sequence(reader: Reader): string[] {
  let words = [''];
  for (;;) {
    const next = reader.source[reader.at];
    if (next === undefined || next === '|' || next === ')') return words;
    const parts = part(reader);
    const optional = reader.source[reader.at] === '?';
    if (optional) reader.at++;
    const endings = optional ? ['', ...parts] : parts;
    words = words.flatMap((word) => endings.map((ending) => word + ending));
  }
}

function part(reader: Reader): string[] {
  const { source } = reader;
  const letter = source[reader.at] as string;
  if (letter === '^' || letter === '$') {
    reader.at++;
    return [''];
  }
  if (source.startsWith('(?:', reader.at)) {
    reader.at += 3;
    const words = alternatives(reader);
    if (source[reader.at] !== ')') throw new Error(`${source} is no list of words`);
    reader.at++;
    return words;
  }
  if (!/[\p{L}\p{N}' ]/u.test(letter)) throw new Error(`${source} is no list of words`);
  reader.at++;
  return [letter];
}
