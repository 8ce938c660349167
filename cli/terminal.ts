import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';

/** Where a command writes: results to stdout, everything else to stderr. */
export interface Terminal {
  /** A person is watching: progress may redraw a line. */
  interactive: boolean;
  color: ReturnType<typeof pc.createColors>;
  /** One line of the result. */
  print(line: string): void;
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

/** The terminal of this process. `json`: nothing is coloured and only errors are noted. */
export function openTerminal(json: boolean): Terminal {
  const interactive = Boolean(process.stderr.isTTY) && !json;
  const color = pc.createColors(pc.isColorSupported && Boolean(process.stdout.isTTY) && !json);
  let drawn = false;
  const clear = () => {
    if (drawn) process.stderr.write('\r\x1b[K');
    drawn = false;
  };
  return {
    interactive,
    color,
    print(line) {
      clear();
      process.stdout.write(`${line}\n`);
    },
    note(line) {
      clear();
      if (!json) process.stderr.write(`${line}\n`);
    },
    status(line) {
      if (!interactive) return;
      process.stderr.write(`\r\x1b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      drawn = line !== '';
    },
  };
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
