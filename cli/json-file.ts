import { readFile } from 'node:fs/promises';
import { readJson } from '../policy/read-json.ts';
import { fileError } from './file-error.ts';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** A JSON file that the user named. @throws UserError when it cannot be read, is empty or is no JSON, and where */
export async function readJsonFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw fileError('read', path, error);
  }
  if (text.trim() === '') throw new UserError(`${plain(path)}: the file is empty`);
  try {
    return JSON.parse(text);
  } catch {
    return readTolerantly(path, text);
  }
}

/** With comments, as people write such files; what is no JSON either way is told by line and column. */
function readTolerantly(path: string, text: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    throw new UserError(`${plain(path)}: ${(error as Error).message}`);
  }
}
