import type { Warning } from './classification.ts';
import { readText } from './text.ts';
import { findWarnings } from './warnings.ts';

/** Longer ones are cut: no real server says more. */
const longestInstructions = 100_000;

/**
 * What the instructions of a server show (they are read by the model like a description). Evidence points
 * to `/instructions`.
 */
export function findInstructionWarnings(instructions: string | undefined): Warning[] {
  if (instructions === undefined || instructions === '') return [];
  const text = readText({
    name: '',
    description: instructions.slice(0, longestInstructions),
    inputSchema: {},
  });
  return findWarnings(text).map((warning) => ({
    ...warning,
    evidence: warning.evidence.map((one) => ({ ...one, pointer: '/instructions' })),
  }));
}
