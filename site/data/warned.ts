import type { Warning } from '../../classifier/classification.ts';
import { signalsById } from './signal-titles.ts';

/** Whether a definition tries to steer the model, as far as its warnings say. */
export function isPoisoned(warnings: Pick<Warning, 'class'>[] = []): boolean {
  return warnings.some((warning) => warning.class === 'poisoning');
}

/** What stands beside a label whose definition has warnings, by the ids of their signals; null where it has none. */
export function warnedWords(signals: string[]): string | null {
  if (signals.length === 0) return null;
  const warnings = signals.flatMap((id) => signalsById.get(id)?.suggests.warning ?? []);
  if (isPoisoned(warnings)) return 'poisoning warning';
  return signals.length === 1 ? '1 warning' : `${signals.length} warnings`;
}
