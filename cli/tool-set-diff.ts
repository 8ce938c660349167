import { findChangeWarnings } from '../classifier/change-warnings.ts';
import type { Classification, Warning } from '../classifier/classification.ts';
import { classify } from '../classifier/classify.ts';
import type { ToolDefinition } from '../classifier/definition.ts';
import {
  type DefinitionDiff,
  diffDefinitions,
  type WordChange,
} from '../classifier/definition-diff.ts';
import { hashDefinition } from '../classifier/hash.ts';
import { plain, type Terminal } from './terminal.ts';
import { badge, colorOf } from './tool-lines.ts';

/** How one tool differs between two lists of definitions. */
export interface ToolChange {
  kind: 'added' | 'removed' | 'changed';
  name: string;
  before?: Classification;
  after?: Classification;
  diff?: DefinitionDiff;
  /** What the change itself is warned of: a risk that rose, a new tool that tries to steer the model. */
  warnings: Warning[];
}

/** Every tool that differs, by name: unchanged ones are left out. */
export function diffToolSets(
  before: readonly ToolDefinition[],
  after: readonly ToolDefinition[],
): ToolChange[] {
  const old = new Map(before.map((tool) => [tool.name, tool]));
  const now = new Map(after.map((tool) => [tool.name, tool]));
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names.flatMap((name) => toolChange(name, old.get(name), now.get(name)) ?? []);
}

function toolChange(
  name: string,
  before: ToolDefinition | undefined,
  after: ToolDefinition | undefined,
): ToolChange | undefined {
  if (!before) return after && addedTool(name, after);
  if (!after) return { kind: 'removed', name, before: classify(before), warnings: [] };
  if (hashDefinition(before) === hashDefinition(after)) return undefined;
  const labels = { before: classify(before), after: classify(after) };
  return {
    kind: 'changed',
    name,
    ...labels,
    diff: diffDefinitions(before, after),
    warnings: findChangeWarnings(labels.before, labels.after),
  };
}

/** A new tool is warned of where it tries to steer the model: nothing before it was. */
function addedTool(name: string, tool: ToolDefinition): ToolChange {
  const after = classify(tool);
  const warnings = after.warnings.filter((warning) => warning.class === 'poisoning');
  return { kind: 'added', name, after, warnings };
}

/** A change for a person: what was said before, what is said now, and what that does to the risk. */
export function changeLines(change: ToolChange, terminal: Terminal): string[] {
  const { color } = terminal;
  const { kind, name, before, after, diff, warnings } = change;
  const mark = { added: color.green('+'), removed: color.red('-'), changed: color.yellow('~') }[
    kind
  ];
  const labels = [before, after]
    .filter((label) => label !== undefined)
    .map((label) => badge(label, terminal));
  return [
    `${mark} ${plain(name, 80)}  ${labels.join(' → ')}`,
    ...(diff ? diffLines(diff, terminal) : []),
    ...warnings.map(({ severity, message }) => `    ${colorOf(severity, color)('!')} ${message}`),
  ];
}

function diffLines({ fields, description, parameters }: DefinitionDiff, terminal: Terminal) {
  return [
    ...wordLines(description, terminal),
    ...fields.map(({ field }) => `    ${plain(field, 60)} differs`),
    ...parameters.map(
      ({ path, kind, required, keywords }) =>
        `    parameter ${plain(path || '(schema)', 80)} ${kind}${required ? ', required' : ''}${keywords.length > 0 ? `: ${keywords.map(({ field }) => plain(field, 40)).join(', ')}` : ''}`,
    ),
  ];
}

/** The words that came and went. */
function wordLines(changes: readonly WordChange[], { color }: Terminal): string[] {
  return changes
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, text }) =>
      kind === 'added'
        ? color.green(`    + “${plain(text, 300)}”`)
        : color.red(`    - “${plain(text, 300)}”`),
    );
}
