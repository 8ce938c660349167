import { plain } from './terminal.ts';

/** A text from outside as one word of a command line that a person copies. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(text) ? text : `'${plain(text).replaceAll("'", "'\\''")}'`;
}
