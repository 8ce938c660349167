import type { Risk } from '../../classifier/taxonomy.ts';
import type { ServerPage } from '../data/server-page.ts';
import type { ToolPage } from '../data/tool-page.ts';
import { isPoisoned } from '../data/warned.ts';

const colours: Record<Risk | 'unknown', string> = {
  low: '#1f6b3a',
  medium: '#7a5a00',
  high: '#a33a00',
  critical: '#a8071a',
  unknown: '#5a626c',
};

const poisoned = ['poisoning warning', 'critical'] as const;

/** Of a poisoned tool the warning alone: how mild its label is says nothing of what its text does. */
export function toolBadge({ label, warnings }: ToolPage): string {
  if (isPoisoned(warnings)) return badge(...poisoned);
  return label
    ? badge(`${label.operation} · ${label.risk}`, label.risk)
    : badge('not judged', null);
}

export function serverBadge({ document: { risk }, poisoned: count }: ServerPage): string {
  if (count > 0) return badge(...poisoned);
  return badge(risk ? `up to ${risk}` : 'not judged', risk);
}

/** A badge for a README: what it is about on the left, the label's words on the right. */
function badge(words: string, risk: Risk | null): string {
  const left = 'mcp risk';
  const leftWidth = widthOf(left);
  const width = leftWidth + widthOf(words);
  const centre = (from: number, to: number) => Math.round((from + to) / 2);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${left}: ${words}">
<title>${left}: ${words}</title>
<rect width="${width}" height="20" rx="3" fill="#2b3138"/>
<path d="M${leftWidth} 0h${width - leftWidth - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${width - leftWidth - 3}z" fill="${colours[risk ?? 'unknown']}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
<text x="${centre(0, leftWidth)}" y="14">${left}</text>
<text x="${centre(leftWidth, width)}" y="14">${words}</text>
</g>
</svg>
`;
}

/** Pixels of a word in 11 px Verdana with its margins, about. */
function widthOf(words: string): number {
  return Math.round(words.length * 6.8) + 12;
}
