import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import { codePoint, isSeen } from '../classifier/unicode.ts';

/** Where a command writes: results to stdout, everything else to stderr. */
export interface Terminal {
  /** A person is watching: progress may redraw a line. */
  interactive: boolean;
  color: ReturnType<typeof pc.createColors>;
  /** One line of the result. */
  print(line: string): void;
  /** The result as one line of JSON. */
  printJson(value: unknown): void;
  /** One line for the person, not part of the result. */
  note(line: string): void;
  /** Redraws the last line of an interactive terminal; nothing elsewhere. */
  status(line: string): void;
}

/** Text from outside made harmless for a terminal: no escapes, no control or direction characters, one line. */
export function plain(text: string, maxLength = 500): string {
  const flat = stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .trim();
  return flat.length > maxLength ? `${flat.slice(0, maxLength - 1)}…` : flat;
}

/** Words of a definition between quotation marks; of those that nothing shows, the code points. */
export function quoted(quote: string, maxLength: number): string {
  const shown = plain(quote, maxLength);
  if (isSeen(shown)) return `“${shown}”`;
  return plain([...quote].map(codePoint).join(' '), maxLength);
}

/** JSON that is harmless on a terminal: control and direction characters are written as `\\uXXXX`. */
export function jsonText(value: unknown, indent = 0): string {
  return escapedJson(JSON.stringify(value, null, indent));
}

/** The same for a text that is JSON already: what it means stays. */
export function escapedJson(json: string): string {
  return json.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** A line of a file: control and direction characters are shown as a dot; indentation stays. */
export function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => (char === '\t' ? '  ' : '·'));
}

/**
 * A line that is no command for the runner of GitHub Actions, which obeys `::name::` at the start of a line, behind
 * blanks too, and `##[name]` anywhere in it. Elsewhere the line as it is.
 */
export function uncommanded(text: string, env: NodeJS.ProcessEnv = process.env): string {
  if (env.GITHUB_ACTIONS !== 'true') return text;
  return text.replace(/^([\s\x85]*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}

/** The terminal of this process. `json`: nothing is coloured or redrawn. */
export function openTerminal(json: boolean): Terminal {
  const interactive = Boolean(process.stderr.isTTY) && process.env.TERM !== 'dumb' && !json;
  const color = pc.createColors(pc.isColorSupported && Boolean(process.stdout.isTTY) && !json);
  let drawn = false;
  const clear = () => {
    if (drawn) process.stderr.write('\r\x1b[K');
    drawn = false;
  };
  const print = (line: string) => {
    clear();
    process.stdout.write(`${uncommanded(line)}\n`);
  };
  return {
    interactive,
    color,
    print,
    printJson: (value) => print(jsonText(value)),
    note(line) {
      clear();
      process.stderr.write(`${uncommanded(line)}\n`);
    },
    status(line) {
      if (!interactive) return;
      process.stderr.write(`\r\x1b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      drawn = line !== '';
    },
  };
}

/** `1 tool`, `2 tools`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Rows as aligned columns; numbers to the right. */
export function table(rows: (string | number)[][], color?: Terminal['color']): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, String(cell).length);
    });
  }
  return rows.map((row, index) => {
    const line = row
      .map((cell, column) =>
        typeof cell === 'number'
          ? String(cell).padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
    return index === 0 && color ? color.bold(line) : line;
  });
}
