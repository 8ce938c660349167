import type { Evidence, Warning } from './classification.ts';

/** The names of one server's tools. */
export interface ToolNames {
  server: string;
  tools: readonly string[];
}

/**
 * Names of one server's tools that another server offers too, or that are one look-alike away from it:
 * a call meant for the one may reach the other. Evidence points to `/name`.
 */
export function findShadowedNames(own: ToolNames, others: readonly ToolNames[]): Warning[] {
  const taken = new Map<string, string>();
  for (const { server, tools } of others) {
    if (server === own.server) continue;
    for (const name of tools) if (!taken.has(skeleton(name))) taken.set(skeleton(name), name);
  }
  const evidence: Evidence[] = [];
  let disguised = false;
  for (const name of own.tools) {
    const other = taken.get(skeleton(name));
    if (other === undefined) continue;
    disguised ||= other !== name && name.toLowerCase() !== other.toLowerCase();
    evidence.push({ signal: 'shadowed-name', pointer: '/name', quote: name });
  }
  if (evidence.length === 0) return [];
  return [
    {
      signal: 'shadowed-name',
      class: 'hygiene',
      severity: disguised ? 'high' : 'medium',
      message: disguised
        ? 'It offers tools whose names look like those of another server.'
        : 'It offers tools under names that another server uses too.',
      evidence,
      owasp: ['MCP03:2025', 'MCP09:2025'],
      atlas: ['AML.T0110'],
    },
  ];
}

const twins: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '5': 's', '|': 'l' };

/** Names that a person or a model takes for one another have one skeleton: case, signs and look-alikes dropped. */
function skeleton(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]/gu, '')
    .replace(/[0135|]/g, (letter) => twins[letter] ?? letter);
}
