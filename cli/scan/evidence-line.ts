import type { Evidence } from '../../classifier/classification.ts';
import { plain, quoted } from '../terminal.ts';

const mostQuotes = 2;

/** On one line the first words of the definition that a finding stands on and where they are, for a person to judge it. */
export function evidenceLine(evidence: readonly Evidence[]): string {
  const quotes = [
    ...new Set(evidence.map(({ pointer, quote }) => `${plain(pointer, 60)}: ${quoted(quote, 80)}`)),
  ];
  if (quotes.length === 0) return 'no single phrase: the words together';
  const left = quotes.length - mostQuotes;
  return [...quotes.slice(0, mostQuotes), ...(left > 0 ? [`${left} more`] : [])].join('; ');
}
