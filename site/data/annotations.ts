import type { Classification } from '../../classifier/classification.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';

/** What the author claims by one hint, beside what we found. */
export interface AnnotationRow {
  hint: 'readOnlyHint' | 'destructiveHint' | 'idempotentHint' | 'openWorldHint';
  /** `true`, `false`, or the protocol's default where the author says nothing. */
  author: string;
  finding: string;
  contradicted: boolean;
}

const defaults = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
} as const;

/** The four hints of the protocol. Only a hint that promises less than we found is contradicted. */
export function compareAnnotations(
  definition: ToolDefinition,
  classification: Classification | null,
): AnnotationRow[] {
  const claims = definition.annotations;
  const claim = (hint: AnnotationRow['hint']) =>
    typeof claims === 'object' && claims !== null && typeof claims[hint] === 'boolean'
      ? claims[hint]
      : undefined;
  const row = (
    hint: AnnotationRow['hint'],
    finding: string,
    contradicts: boolean,
  ): AnnotationRow => {
    const said = claim(hint);
    return {
      hint,
      author: said === undefined ? `not said (counts as ${defaults[hint]})` : String(said),
      finding: classification ? finding : 'not judged yet',
      contradicted: said !== undefined && classification !== null && contradicts,
    };
  };
  const operation = classification?.operation;
  const changes = operation !== undefined && operation !== 'read';
  const outside = (['reaches-network', 'ingests-untrusted', 'communicates'] as const).filter((id) =>
    classification?.capabilities.includes(id),
  );
  return [
    row(
      'readOnlyHint',
      changes ? `no: the call is ${operation}` : 'yes: the call only reads',
      claim('readOnlyHint') === true && changes,
    ),
    row(
      'destructiveHint',
      operation === 'destructive' ? 'yes: it can destroy' : 'no: nothing is destroyed',
      claim('destructiveHint') === false && operation === 'destructive',
    ),
    row('idempotentHint', 'not examined', false),
    row(
      'openWorldHint',
      outside.length > 0 ? `yes: ${outside.join(', ')}` : 'no sign of it',
      claim('openWorldHint') === false && outside.length > 0,
    ),
  ];
}
