import { type AttackPattern, attackPatterns } from '../../classifier/attacks.ts';
import type { Classification } from '../../classifier/classification.ts';

export interface ToolAttack {
  pattern: AttackPattern;
  /** `found`: a signal of it is in the definition. `means`: no definition shows it, and the tool can do what it needs. */
  concerns: 'found' | 'means';
}

/** The documented attacks that concern a tool: those found in it first. */
export function toolAttacks(classification: Classification | null): ToolAttack[] {
  if (!classification) return [];
  const warned = new Set(classification.warnings.map((warning) => warning.signal));
  const can = new Set(classification.capabilities);
  const found: ToolAttack[] = [];
  const means: ToolAttack[] = [];
  for (const pattern of attackPatterns) {
    if (pattern.signals.some((signal) => warned.has(signal))) {
      found.push({ pattern, concerns: 'found' });
    } else if (pattern.signals.length === 0 && pattern.needs.some((need) => can.has(need))) {
      means.push({ pattern, concerns: 'means' });
    }
  }
  return [...found, ...means];
}
