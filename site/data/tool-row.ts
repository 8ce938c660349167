import type { Classification } from '../../classifier/classification.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';
import type { ToolSummary } from '../../db/queries/pages.ts';
import { paths } from './paths.ts';
import type { NamedTool } from './server-view.ts';
import { warnedWords } from './warned.ts';
import { shorten } from './words.ts';

/** A tool's badge, wherever it is shown. */
export interface Label {
  operation: Operation;
  risk: Risk;
  confidence: number;
}

/** A tool as one row of a table. */
export interface ToolRow {
  server: string;
  name: string;
  path: string;
  /** Null: not judged yet. */
  label: Label | null;
  capabilities: Capability[];
  /** How many warnings it has. */
  warnings: number;
  summary: string;
}

/** A row as pages show it. */
export interface ShownRow extends ToolRow {
  /** `warnedWords` of its warnings. */
  warned: string | null;
}

const longestSummary = 140;

export function labelOf(classification: Classification | null): Label | null {
  if (!classification) return null;
  const { operation, risk, confidence } = classification;
  return { operation, risk, confidence };
}

export function descriptionOf(definition: ToolDefinition): string {
  return typeof definition.description === 'string' ? definition.description : '';
}

export function toolRow(server: string, { name, now }: NamedTool): ShownRow {
  const signals = now.classification?.warnings.map(({ signal }) => signal) ?? [];
  return {
    server,
    name,
    path: paths.tool(server, name),
    label: labelOf(now.classification),
    capabilities: now.classification?.capabilities ?? [],
    warnings: signals.length,
    warned: warnedWords(signals),
    summary: shorten(descriptionOf(now.definition), longestSummary),
  };
}

export function summaryRow(tool: ToolSummary): ShownRow {
  const { operation, risk, confidence } = tool;
  const isJudged = operation !== null && risk !== null && confidence !== null;
  return {
    server: tool.serverId,
    name: tool.name,
    path: paths.tool(tool.serverId, tool.name),
    label: isJudged ? { operation, risk, confidence } : null,
    capabilities: tool.capabilities,
    warnings: tool.warnings.length,
    warned: warnedWords(tool.warnings),
    summary: shorten(tool.description, longestSummary),
  };
}
