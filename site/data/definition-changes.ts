import { findChangeWarnings } from '../../classifier/change-warnings.ts';
import type { Warning } from '../../classifier/classification.ts';
import { type DefinitionDiff, diffDefinitions } from '../../classifier/definition-diff.ts';
import type { Operation, Risk } from '../../classifier/taxonomy.ts';
import type { ToolRecord } from '../../db/queries/pages.ts';

/** What one change of a definition changed. */
export interface DefinitionChange {
  /** ISO 8601, UTC: the listing that first had the new definition. */
  at: string;
  before: { operation: Operation; risk: Risk } | null;
  after: { operation: Operation; risk: Risk } | null;
  renamedFrom: string | null;
  diff: DefinitionDiff;
  /** What the new definition can do that the old one could not. */
  warnings: Warning[];
}

const mostShown = 5;

/** The changes of a tool, newest first, at most 5. `history` is oldest first. */
export function definitionChanges(history: ToolRecord[], all: ToolRecord[]): DefinitionChange[] {
  const byHash = new Map(all.map((span) => [span.definitionHash, span]));
  return history
    .flatMap((span) => {
      const previous = span.previousHash === null ? undefined : byHash.get(span.previousHash);
      if (!previous) return [];
      return [
        {
          at: span.firstSeenAt,
          before: labelOf(previous),
          after: labelOf(span),
          renamedFrom: span.renamedFrom,
          diff: diffDefinitions(previous.definition, span.definition),
          warnings:
            previous.classification && span.classification
              ? findChangeWarnings(previous.classification, span.classification)
              : [],
        },
      ];
    })
    .slice(-mostShown)
    .reverse();
}

function labelOf({ classification }: ToolRecord): DefinitionChange['before'] {
  if (!classification) return null;
  return { operation: classification.operation, risk: classification.risk };
}
