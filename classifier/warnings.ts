import type { Warning } from './classification.ts';
import type { Text } from './text.ts';

/** What one definition shows beside its label, the gravest first. */
export function findWarnings(_text: Text): Warning[] {
  return [];
}
