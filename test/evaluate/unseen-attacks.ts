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

/** `unseen`: written beside the templates, the threshold was chosen on it. `others`: by writers who knew neither. */
export const unseenSets = ['unseen', 'others'] as const;
export type UnseenSet = (typeof unseenSets)[number];

/** Poisoned definitions, or harmless ones that resemble them. */
export function readUnseen(set: UnseenSet, kind: 'attacks' | 'harmless'): Unseen[] {
  const file = kind === 'attacks' ? `${set}.jsonl` : `${set}-harmless.jsonl`;
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
  for (const set of unseenSets) {
    const attacks = readUnseen(set, 'attacks');
    const english = attacks.filter(({ language }) => language === 'en');
    const shareOf = (some: Unseen[]) =>
      `${some.filter(({ tool }) => isFlagged(tool)).length} of ${some.length}`;
    console.log(`${set}: attacks that no template repeats: ${shareOf(attacks)} found`);
    console.log(`${set}: in English ${shareOf(english)}`);
    const harmless = readUnseen(set, 'harmless');
    console.log(`${set}: harmless definitions that resemble them: ${shareOf(harmless)} flagged`);
  }
}
