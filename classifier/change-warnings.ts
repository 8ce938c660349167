import type { Classification, Warning } from './classification.ts';
import { capabilityMeaning, operations, risks } from './taxonomy.ts';

/**
 * Warns where a changed definition can do more harm than the one that was accepted (a "rug pull"):
 * a worse operation or risk, a new capability, or a warning of poisoning that was not there.
 */
export function findChangeWarnings(before: Classification, after: Classification): Warning[] {
  const rises = [
    ...rise('operation', before.operation, after.operation, operations),
    ...rise('risk', before.risk, after.risk, risks),
    ...after.capabilities
      .filter((capability) => !before.capabilities.includes(capability))
      .map((capability) => `it can now ${capabilityMeaning[capability]}`),
    ...(poisons(after) && !poisons(before) ? ['it now tries to steer the model'] : []),
  ];
  if (rises.length === 0) return [];
  return [
    {
      signal: 'raised-risk',
      class: 'change',
      severity: poisons(after) ? 'critical' : after.risk,
      message: `The definition changed and ${rises.join('; ')}.`,
      evidence: after.evidence,
      owasp: ['MCP03:2025'],
      atlas: ['AML.T0110'],
    },
  ];
}

function rise(scale: string, before: string, after: string, order: readonly string[]): string[] {
  return order.indexOf(after) > order.indexOf(before)
    ? [`its ${scale} rose from ${before} to ${after}`]
    : [];
}

function poisons({ warnings }: Classification): boolean {
  return warnings.some((warning) => warning.class === 'poisoning');
}
