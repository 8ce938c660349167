import type { Omission } from '../../policy/omission.ts';
import { plain } from '../terminal.ts';

const mostNamed = 4;

/** Why a client's files do not name tools that a rule is about. */
export function omissionLine(client: string, { tools, because }: Omission): string {
  const named = tools.slice(0, mostNamed).map((tool) => plain(tool, 60));
  const rest = tools.length > named.length ? `, ${tools.length - named.length} more` : '';
  return `left out on purpose, as ${client} ${because}: ${named.join(', ')}${rest}`;
}
