import type { ToolDefinition } from '../classifier/definition.ts';
import { similarDefinitions } from '../classifier/definition-diff.ts';
import { canonicalDefinition } from '../classifier/hash.ts';

/** A tool that the store holds as current. */
export interface KnownTool {
  id: number;
  name: string;
  hash: string;
  position: number;
}

/** A tool of a new listing. */
export interface ListedTool {
  name: string;
  hash: string;
  position: number;
  definition: ToolDefinition;
}

export interface ToolPair {
  known: KnownTool;
  listed: ListedTool;
}

export interface ToolMatch {
  /** Same definition as before, perhaps at another position. */
  kept: ToolPair[];
  /** Same name, other definition. */
  changed: ToolPair[];
  gone: KnownTool[];
  fresh: ListedTool[];
}

/** Pairs the tools of two listings, first by definition, then by name; where names repeat, in their order. */
export function matchTools(known: readonly KnownTool[], listed: readonly ListedTool[]): ToolMatch {
  const byHash = pair(known, listed, (tool) => tool.hash);
  const byName = pair(byHash.gone, byHash.fresh, (tool) => tool.name);
  return { kept: byHash.pairs, changed: byName.pairs, gone: byName.gone, fresh: byName.fresh };
}

/** Pairs by key, the first with the first; a tool without a key has no partner. */
function pair(
  known: readonly KnownTool[],
  listed: readonly ListedTool[],
  keyOf: (tool: KnownTool | ListedTool) => string | undefined,
) {
  const waiting = Map.groupBy(known, keyOf);
  const pairs: ToolPair[] = [];
  const fresh: ListedTool[] = [];
  for (const tool of listed) {
    const key = keyOf(tool);
    const partner = key === undefined ? undefined : waiting.get(key)?.shift();
    if (partner) pairs.push({ known: partner, listed: tool });
    else fresh.push(tool);
  }
  return { pairs, fresh, gone: [...waiting.values()].flat() };
}

/** Above this many pairs only exact renames are looked for: the comparison is quadratic. */
const mostComparisons = 2_500;
const similarEnough = 0.85;

/**
 * Finds tools that only changed their name: the rest of the definition is equal, or so similar that
 * nothing else in the listing is closer. Each tool takes part once.
 *
 * @param before definitions of `gone`, by hash
 */
export function findRenames(
  gone: readonly KnownTool[],
  fresh: readonly ListedTool[],
  before: ReadonlyMap<string, ToolDefinition>,
): ToolPair[] {
  const definitionOf = (tool: KnownTool | ListedTool) =>
    'definition' in tool ? tool.definition : before.get(tool.hash);
  const exact = pair(gone, fresh, (tool) => bodyOf(definitionOf(tool)));
  if (exact.gone.length * exact.fresh.length > mostComparisons) return exact.pairs;

  const candidates: (ToolPair & { similarity: number })[] = [];
  for (const known of exact.gone) {
    const definition = definitionOf(known);
    if (!definition) continue;
    for (const listed of exact.fresh) {
      const similarity = similarDefinitions(definition, listed.definition);
      if (similarity >= similarEnough) candidates.push({ known, listed, similarity });
    }
  }
  candidates.sort((a, b) => b.similarity - a.similarity);
  const taken = new Set<KnownTool | ListedTool>();
  for (const { known, listed } of candidates) {
    if (taken.has(known) || taken.has(listed)) continue;
    taken.add(known).add(listed);
    exact.pairs.push({ known, listed });
  }
  return exact.pairs;
}

/** All but the name; undefined where so little is left that two strangers would share it. */
function bodyOf(definition: ToolDefinition | undefined): string | undefined {
  if (!definition || similarDefinitions(definition, definition) === 0) return undefined;
  return canonicalDefinition({ ...definition, name: '' });
}
