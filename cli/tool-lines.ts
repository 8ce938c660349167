import type { Classification, Warning } from '../classifier/classification.ts';
import { confidenceNumber } from '../classifier/confidence.ts';
import type { Risk } from '../classifier/taxonomy.ts';
import { capabilityMeaning } from '../classifier/taxonomy.ts';
import { plain, quoted, type Terminal } from './terminal.ts';

/** `destructive · critical · 0.99`, coloured by risk; the words alone say it too. */
export function badge(classification: Classification | null, { color }: Terminal): string {
  if (!classification) return color.dim('not labelled yet');
  const { operation, risk, confidence } = classification;
  return colorOf(risk, color)(`${operation} · ${risk} · ${confidenceNumber(confidence)}`);
}

export function colorOf(risk: Risk, color: Terminal['color']): (text: string) => string {
  const colors = { low: color.green, medium: color.cyan, high: color.yellow, critical: color.red };
  return colors[risk];
}

/** Everything that a classification says, for a person. */
export function classificationLines(classification: Classification, terminal: Terminal): string[] {
  const { capabilities, rationale, evidence, warnings, decidedBy } = classification;
  return [
    `${badge(classification, terminal)}  (decided by ${decidedBy}, classifier ${classification.classifierVersion})`,
    plain(rationale, 2000),
    ...capabilities.map((name) => `  can ${capabilityMeaning[name]} (${name})`),
    ...evidence.map(
      ({ signal, pointer, quote }) =>
        `  ${signal} at ${plain(pointer, 100)}: ${quoted(quote, 160)}`,
    ),
    ...warnings.flatMap((warning) => warningLines(warning, terminal)),
  ];
}

function warningLines(warning: Warning, { color }: Terminal): string[] {
  const { class: kind, severity, message, signal, evidence, owasp, atlas } = warning;
  const ids = [...owasp, ...atlas].join(', ');
  return [
    `  ${colorOf(severity, color)('!')} ${kind}, ${severity}: ${message} (${signal}${ids ? `; ${ids}` : ''})`,
    ...evidence.map(({ pointer, quote }) => `      ${plain(pointer, 100)}: ${quoted(quote, 200)}`),
  ];
}
