import type { Warning } from './classification.ts';
import { risks } from './taxonomy.ts';
import type { Text } from './text.ts';
import type { Label } from './warning-signal.ts';
import { warningSignals } from './warning-signals.ts';

/** What one definition shows beside its label, the gravest first. */
export function findWarnings(text: Text, label?: Label): Warning[] {
  const warnings: Warning[] = [];
  for (const { id, status, suggests, find } of warningSignals) {
    if (status === 'retired') continue;
    const evidence = find(text, label);
    if (evidence.length > 0) warnings.push({ signal: id, ...suggests.warning, evidence });
  }
  return warnings.sort((a, b) => risks.indexOf(b.severity) - risks.indexOf(a.severity));
}
