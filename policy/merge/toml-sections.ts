import { parse } from 'smol-toml';

/** A `[table]` of a TOML text; line numbers count from 0, ends are exclusive. */
export interface Section {
  path: string[];
  /** Line of the header; -1 for what stands before the first header. */
  header: number;
  /** The line behind the last key, or behind the header. */
  contentEnd: number;
  keys: SectionKey[];
}

export interface SectionKey {
  /** The whole key, when it is no dotted one. */
  key: string;
  start: number;
  end: number;
  /** A comment behind the value, with its `#`. */
  comment: string;
}

/** The tables and keys of a valid TOML text. Arrays of tables are sections with their own path. */
export function sectionsOf(text: string): Section[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  let section: Section = { path: [], header: -1, contentEnd: 0, keys: [] };
  const sections = [section];
  let index = 0;
  while (index < lines.length) {
    const line = (lines[index] ?? '').trim();
    const path = headerPath(line);
    if (path) {
      section = { path, header: index, contentEnd: index + 1, keys: [] };
      sections.push(section);
      index += 1;
    } else if (line === '' || line.startsWith('#')) {
      index += 1;
    } else {
      const end = statementEnd(lines, index);
      section.keys.push(keyOf(lines, index, end));
      section.contentEnd = end;
      index = end;
    }
  }
  return sections;
}

/** The parts of a header's key; read by the parser, so that quoted keys are right. */
function headerPath(line: string): string[] | undefined {
  if (!line.startsWith('[')) return undefined;
  const path: string[] = [];
  try {
    let here: unknown = parse(line);
    while (typeof here === 'object' && here !== null) {
      if (Array.isArray(here)) {
        here = here[0];
        continue;
      }
      const [entry] = Object.entries(here);
      if (!entry) break;
      path.push(entry[0]);
      here = entry[1];
    }
  } catch {
    return undefined;
  }
  return path;
}

/** The line behind a `key = value` that may go over several lines. */
function statementEnd(lines: string[], start: number): number {
  for (let end = start + 1; end <= lines.length; end += 1) {
    if (parses(lines.slice(start, end).join('\n'))) return end;
  }
  return start + 1;
}

function parses(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

function keyOf(lines: string[], start: number, end: number): SectionKey {
  const statement = lines.slice(start, end).join('\n');
  const parsed = parse(statement);
  const [key = ''] = Object.keys(parsed);
  return { key, start, end, comment: commentOf(statement) };
}

/** The shortest end that starts with `#` and can be cut off without changing the value. */
function commentOf(statement: string): string {
  const last = statement.split('\n').at(-1) ?? '';
  const wanted = JSON.stringify(parse(statement));
  const rest = statement.slice(0, statement.length - last.length);
  for (let at = last.indexOf('#'); at !== -1; at = last.indexOf('#', at + 1)) {
    const cut = rest + last.slice(0, at);
    if (parses(cut) && JSON.stringify(parse(cut)) === wanted) return last.slice(at);
  }
  return '';
}
