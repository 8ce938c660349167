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

export function isFound({ tool }: UnseenAttack): boolean {
  return classify(tool).warnings.some((warning) => warning.class === 'poisoning');
}

if (import.meta.main) {
  const attacks = readUnseen();
  const english = attacks.filter(({ language }) => language === 'en');
  const shareOf = (some: UnseenAttack[]) => `${some.filter(isFound).length} of ${some.length}`;
  console.log(`attacks that no template repeats: ${shareOf(attacks)} found`);
  console.log(`in English ${shareOf(english)}`);
}
