import { risks } from '../../classifier/taxonomy.ts';
import type { ToolSummary } from '../../db/queries/pages.ts';

/** Orders tools by how bad they can get: risk, then warnings, then capabilities, then name. */
export function byDanger(a: ToolSummary, b: ToolSummary): number {
  return (
    risks.indexOf(b.risk ?? 'low') - risks.indexOf(a.risk ?? 'low') ||
    b.warnings.length - a.warnings.length ||
    b.capabilities.length - a.capabilities.length ||
    (a.name < b.name ? -1 : 1)
  );
}
