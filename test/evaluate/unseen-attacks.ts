import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '../../classifier/classify.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';

const folder = join(import.meta.dirname, '../../data/attacks');

/** A whole definition that no template repeats: it measures and never trains. */
export interface Unseen {
  id: string;
  language: string;
  tool: ToolDefinition;
}

/** Poisoned definitions, or harmless ones that resemble them. */
export function readUnseen(kind: 'attacks' | 'harmless'): Unseen[] {
  const file = kind === 'attacks' ? 'unseen.jsonl' : 'unseen-harmless.jsonl';
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Unseen);
}

/** Whether a definition gets a warning that it tries to steer the model. */
export function isFlagged(tool: ToolDefinition): boolean {
  return classify(tool).warnings.some((warning) => warning.class === 'poisoning');
}

if (import.meta.main) {
  const attacks = readUnseen('attacks');
  const english = attacks.filter(({ language }) => language === 'en');
  const shareOf = (some: Unseen[]) =>
    `${some.filter(({ tool }) => isFlagged(tool)).length} of ${some.length}`;
  console.log(`attacks that no template repeats: ${shareOf(attacks)} found`);
  console.log(`in English ${shareOf(english)}`);
  console.log(
    `harmless definitions that resemble them: ${shareOf(readUnseen('harmless'))} flagged`,
  );
}
