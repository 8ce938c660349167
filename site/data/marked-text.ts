import type { Evidence } from '../../classifier/classification.ts';

/** A piece of a text; the signals that point to it, none where it is only text. */
export interface Segment {
  text: string;
  signals: string[];
}

/** Cuts a text where quotes begin and end. Each quote is marked once, where it first stands. */
export function markQuotes(
  text: string,
  evidence: Pick<Evidence, 'quote' | 'signal'>[],
): Segment[] {
  const spans = evidence
    .map(({ quote, signal }) => ({ signal, start: quote ? text.indexOf(quote) : -1, quote }))
    .filter(({ start }) => start >= 0)
    .map(({ signal, start, quote }) => ({ signal, start, end: start + quote.length }));
  const cuts = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const borders = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1];
    if (end === undefined) break;
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    const signals = [...new Set(over.map((span) => span.signal))];
    segments.push({ text: text.slice(start, end), signals });
  }
  return joinSame(segments);
}

function joinSame(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last && last.signals.join() === segment.signals.join()) last.text += segment.text;
    else joined.push({ ...segment });
  }
  return joined;
}

/** The beginning of a marked text, at most `length` characters of it. */
export function cutSegments(segments: Segment[], length: number): Segment[] {
  const kept: Segment[] = [];
  let left = length;
  for (const segment of segments) {
    if (left <= 0) break;
    kept.push({ ...segment, text: segment.text.slice(0, left).toWellFormed() });
    left -= segment.text.length;
  }
  return kept;
}
