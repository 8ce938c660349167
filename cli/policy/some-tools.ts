import { plain } from '../terminal.ts';

const mostNamed = 4;

/** The first names of tools, and how many more there are: `a, b, c, d, 2 more`. */
export function someTools(tools: readonly string[]): string {
  const named = tools.slice(0, mostNamed).map((tool) => plain(tool, 60));
  const rest = tools.length - named.length;
  return [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
