import type { Omission } from '../../policy/omission.ts';
import { someTools } from './some-tools.ts';

/** Why a client's files do not name tools that a rule is about. */
export function omissionLine(client: string, { tools, because }: Omission): string {
  return `left out on purpose, as ${client} ${because}: ${someTools(tools)}`;
}
