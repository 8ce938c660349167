import type { Evidence } from '../../classifier/classification.ts';
import { markQuotes, type Segment } from './marked-text.ts';

const deepest = 60;

/** The definition as indented JSON with the evidence marked in it. */
export function markDefinition(definition: object, evidence: Evidence[]): Segment[] {
  const at = Map.groupBy(evidence, (entry) => entry.pointer);
  const segments: Segment[] = [];
  const plain = (text: string) => {
    const last = segments.at(-1);
    if (last && last.signals.length === 0 && last.unseen === undefined) last.text += text;
    else segments.push({ text, signals: [] });
  };
  const quoted = (text: string, marks: Evidence[]) => {
    plain('"');
    for (const segment of markQuotes(text, marks)) {
      const escaped = JSON.stringify(segment.text).slice(1, -1);
      const isText = segment.signals.length === 0 && segment.unseen === undefined;
      if (isText) plain(escaped);
      else segments.push({ ...segment, text: escaped });
    }
    plain('"');
  };
  const write = (value: unknown, pointer: string, indent: string): void => {
    if (indent.length > 2 * deepest) plain('…');
    else if (typeof value === 'string') quoted(value, at.get(pointer) ?? []);
    else if (typeof value !== 'object' || value === null) plain(JSON.stringify(value) ?? 'null');
    else if (Object.keys(value).length === 0) plain(Array.isArray(value) ? '[]' : '{}');
    else writeEntries(value, pointer, indent);
  };
  const writeEntries = (value: object, pointer: string, indent: string): void => {
    const isList = Array.isArray(value);
    plain(isList ? '[' : '{');
    for (const [index, [key, child]] of Object.entries(value).entries()) {
      plain(`${index === 0 ? '' : ','}\n${indent}  `);
      if (!isList) {
        quoted(key, at.get(pointer) ?? []);
        plain(': ');
      }
      write(child, `${pointer}/${escapePointer(key)}`, `${indent}  `);
    }
    plain(`\n${indent}${isList ? ']' : '}'}`);
  };
  write(definition, '', '');
  return segments;
}

/** One reference token of a JSON Pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
