import type { Evidence } from '../../classifier/classification.ts';
import { findUnseen, type Unseen } from './unseen.ts';

const longestQuote = 300;

/** A piece of a text; the signals that point to it, none where it is only text. */
export interface Segment {
  text: string;
  signals: string[];
  /** What is shown instead, where a person would not see the text as it is. */
  unseen?: string;
}

/** Cuts a text where quotes and unseen characters begin and end. Each quote is marked once, where it first stands. */
export function markQuotes(
  text: string,
  evidence: Pick<Evidence, 'quote' | 'signal'>[],
): Segment[] {
  const hidden = findUnseen(text);
  const spans = evidence
    .map(({ quote, signal }) => ({ signal, start: quote ? text.indexOf(quote) : -1, quote }))
    .filter(({ start }) => start >= 0)
    .map(({ signal, start, quote }) => ({ signal, ...whole(text, start, quote.length, hidden) }));
  const edges = [...spans, ...hidden].flatMap(({ start, end }) => [start, end]);
  const borders = [...new Set([0, text.length, ...edges])].sort((a, b) => a - b);
  const wordsAt = new Map(hidden.map(({ start, words }) => [start, words]));
  const segments: Segment[] = [];
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1];
    if (end === undefined) break;
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    const signals = [...new Set(over.map((span) => span.signal))];
    const unseen = wordsAt.get(start);
    segments.push({ text: text.slice(start, end), signals, ...(unseen && { unseen }) });
  }
  return joinSame(segments);
}

/** A quote as it is shown by itself: without the half of a letter at either end, and not all of a long one. */
export function showQuote(quote: string): Segment[] {
  const letters = quote.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return cutSegments(markQuotes(letters, []), longestQuote);
}

/** What a person reads. */
export function shownText(segments: Segment[]): string {
  return segments.map(({ text, unseen }) => unseen ?? text).join('');
}

/** A span that ends within a letter or an unseen run, made longer to have all of it. */
function whole(
  text: string,
  from: number,
  length: number,
  hidden: Unseen[],
): { start: number; end: number } {
  const splits = (at: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  const to = from + length;
  const first = hidden.find(({ start, end }) => start < from && from < end);
  const last = hidden.find(({ start, end }) => start < to && to < end);
  return {
    start: first?.start ?? (splits(from) ? from - 1 : from),
    end: last?.end ?? (splits(to) ? to + 1 : to),
  };
}

function joinSame(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const isText = last && last.unseen === undefined && segment.unseen === undefined;
    if (isText && last.signals.join() === segment.signals.join()) last.text += segment.text;
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
