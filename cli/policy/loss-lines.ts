import type { Omission } from '../../policy/omission.ts';
import type { Loss } from '../../policy/policy.ts';
import { plain } from '../terminal.ts';

/** What a format cannot say, once for all tools that it is about. */
export function lossLines(format: string, losses: readonly Loss[]): string[] {
  const alike = Map.groupBy(losses, ({ wanted, instead }) => `${wanted}\0${instead}`);
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const tools = [...new Set(same.map(({ tool }) => tool))].filter((tool) => tool !== '*');
    const of = tools.length > 0 ? ` (${firstNames(tools)})` : '';
    return [
      `${format} cannot say: ${plain(first.wanted).replace(/\.$/, '')}; instead: ${plain(first.instead)}${of}`,
    ];
  });
}

/** Which tools the files leave out on purpose, and what the client does with them. */
export function omissionLine(format: string, { tools, because }: Omission): string {
  return `left out on purpose: ${firstNames(tools)}; ${format} ${because}`;
}

function firstNames(tools: readonly string[]): string {
  const named = tools.slice(0, 4).map((tool) => plain(tool, 60));
  const rest = tools.length > named.length ? `, ${tools.length - named.length} more` : '';
  return named.join(', ') + rest;
}
