import type { Loss } from '../../policy/policy.ts';
import { plain } from '../terminal.ts';
import { someTools } from './some-tools.ts';

/** What a format cannot say, once for all tools that it is about. */
export function lossLines(format: string, losses: readonly Loss[]): string[] {
  const alike = Map.groupBy(losses, ({ wanted, instead }) => `${wanted}\0${instead}`);
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const tools = [...new Set(same.map(({ tool }) => tool))].filter((tool) => tool !== '*');
    const of = tools.length > 0 ? ` (${someTools(tools)})` : '';
    return [
      `${format} cannot say: ${plain(first.wanted).replace(/\.$/, '')}; instead: ${plain(first.instead)}${of}`,
    ];
  });
}
