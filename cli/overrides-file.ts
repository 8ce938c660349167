import { readFile } from 'node:fs/promises';
import { type Override, readOverrides } from '../classifier/overrides.ts';
import { packageFile } from './package-root.ts';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** The reviews that the package ships, by definition hash. @throws UserError that names every wrong line */
export async function bundledOverrides(): Promise<ReadonlyMap<string, Override>> {
  const file = packageFile('data/overrides.jsonl');
  const { byHash, problems } = readOverrides(await readFile(file, 'utf8'));
  if (problems.length === 0) return byHash;
  const lines = problems.map(
    ({ line, pointer, message }) => `line ${line}: ${plain(pointer || 'it')} ${plain(message)}`,
  );
  throw new UserError(`${file}: ${lines.join('; ')}`);
}
