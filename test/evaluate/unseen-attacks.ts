import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '../../classifier/classify.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';

const file = join(import.meta.dirname, '../../data/attacks/unseen.jsonl');

/** A whole poisoned definition that no template repeats: it measures and never trains. */
export interface UnseenAttack {
  id: string;
  language: string;
  tool: ToolDefinition;
}

export function readUnseen(): UnseenAttack[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as UnseenAttack);
}

/** Whether a definition gets a warning that it tries to steer the model. */
export function isFlagged(tool: ToolDefinition): boolean {
  return classify(tool).warnings.some((warning) => warning.class === 'poisoning');
}

if (import.meta.main) {
  const attacks = readUnseen();
  const english = attacks.filter(({ language }) => language === 'en');
  const shareOf = (some: UnseenAttack[]) =>
    `${some.filter(({ tool }) => isFlagged(tool)).length} of ${some.length}`;
  console.log(`attacks that no template repeats: ${shareOf(attacks)} found`);
  console.log(`in English ${shareOf(english)}`);
}
