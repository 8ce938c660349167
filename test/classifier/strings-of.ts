/**
 * Strings that a pattern is likely to match, so many that each of its alternatives stands in one. What it looks
 * ahead or back for is left out: ask the pattern itself which of them it matches.
 * @param seed chooses what stands beside the alternative that is due
 */
export function stringsOf(pattern: RegExp, seed: number): string[] {
  let state = seed;
  const pick = (count: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const reader: Reader = { source: pattern.source, at: 0, pick };
  const strings = alternatives(reader);
  if (reader.at < reader.source.length) throw new Error(`${pattern} ends at ${reader.at}`);
  return [...new Set(strings)];
}

interface Reader {
  source: string;
  at: number;
  /** An index below a count. */
  pick: (count: number) => number;
}

function alternatives(reader: Reader): string[] {
  const strings = sequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at++;
    strings.push(...sequence(reader));
  }
  return strings;
}

function sequence(reader: Reader): string[] {
  const parts: string[][] = [];
  for (;;) {
    const next = reader.source[reader.at];
    if (next === undefined || next === '|' || next === ')') break;
    parts.push(repeated(reader, part(reader)));
  }
  const due = parts.flatMap((strings, at) => strings.map((string) => ({ string, at })));
  if (due.length === 0) return [''];
  return due
    .filter(({ at }, index) => index === 0 || (parts[at]?.length ?? 0) > 1)
    .map(({ string, at }) =>
      parts
        .map((strings, other) =>
          other === at ? string : (strings[reader.pick(strings.length)] as string),
        )
        .join(''),
    );
}

const quantifier = /(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/y;

function repeated(reader: Reader, strings: string[]): string[] {
  quantifier.lastIndex = reader.at;
  const found = quantifier.exec(reader.source);
  if (found === null) return strings;
  reader.at = quantifier.lastIndex;
  const least = found[1] === undefined ? Number(found[0].startsWith('+')) : Number(found[1]);
  return least === 0 ? ['', ...strings] : strings.map((string) => string.repeat(least));
}

const group = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;

function part(reader: Reader): string[] {
  const { source } = reader;
  group.lastIndex = reader.at;
  const opened = group.exec(source)?.[0];
  if (opened !== undefined) {
    reader.at += opened.length;
    const strings = alternatives(reader);
    if (source[reader.at] !== ')') throw new Error(`${source} is not closed at ${reader.at}`);
    reader.at++;
    return /[=!]$/.test(opened) ? [''] : strings;
  }
  if (source[reader.at] === '[') return oneOf(reader);
  if (source[reader.at] === '\\') return [escaped(reader)];
  const letter = String.fromCodePoint(source.codePointAt(reader.at) as number);
  reader.at += letter.length;
  return [letter === '^' || letter === '$' ? '' : letter === '.' ? ' ' : letter];
}

const anyOf: Record<string, string> = {
  w: 'x',
  s: ' ',
  d: '1',
  b: '',
  W: ' ',
  S: 'x',
  D: 'x',
  B: '',
};

function escaped(reader: Reader): string {
  const { source } = reader;
  const code = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<\w+>|.)/y;
  code.lastIndex = reader.at;
  const found = code.exec(source)?.[0] ?? '';
  reader.at += found.length;
  if (/^\\p/.test(found)) return 'x';
  if (/^\\P/.test(found)) return ' ';
  if (/^\\[ux]/.test(found))
    return String.fromCodePoint(Number.parseInt(found.replace(/[^0-9a-fA-F]/g, ''), 16));
  const letter = found[1] as string;
  if (letter === 'n') return '\n';
  if (letter === 't') return '\t';
  return anyOf[letter] ?? letter;
}

/** Of a class the letters that it lists, of a range its ends, of one that excludes letters any that it leaves. */
function oneOf(reader: Reader): string[] {
  const { source } = reader;
  const from = reader.at++;
  const letters: string[] = [];
  while (source[reader.at] !== ']') {
    if (source[reader.at] === '\\') letters.push(escaped(reader));
    else letters.push(source[reader.at++] as string);
  }
  reader.at++;
  const all = new RegExp(source.slice(from, reader.at), 'u');
  return [...new Set(['x', ' ', '_', '1', ...letters])].filter((letter) => all.test(letter));
}
