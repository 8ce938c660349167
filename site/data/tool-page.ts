import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';
import type { Decision } from '../../policy/policy.ts';
import { markDefinition } from './marked-definition.ts';
import { cutSegments, markQuotes, type Segment } from './marked-text.ts';
import type { PageBase } from './page.ts';
import { listParameters, type Parameter } from './parameters.ts';
import { paths } from './paths.ts';
import { type PolicyPanel, policyPanels } from './policy-panels.ts';
import type { NamedTool, ServerView } from './server-view.ts';
import { type ToolDocument, toolDocument } from './tool-document.ts';
import { effectSentence, shorten } from './words.ts';

const longestShown = 20_000;

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
  warnings: number;
  summary: string;
}

export interface ToolPage extends PageBase {
  kind: 'tool';
  document: ToolDocument;
  serverPath: string;
  label: Label | null;
  /** What one call can do, in one sentence. */
  answer: string;
  /** What the balanced policy does with it. */
  decision: Decision | null;
  /** The author's description as the model reads it, with the evidence marked. */
  descriptionText: Segment[];
  /** The whole definition as JSON with the evidence marked. */
  definitionText: Segment[];
  /** The definition was too long to show; the JSON has all of it. */
  shortened: boolean;
  parameters: Parameter[];
  panels: PolicyPanel[];
  /** Milder tools of the same server for the same kind of thing. */
  safer: ToolRow[];
}

export function toolPage(view: ServerView, tool: NamedTool): ToolPage {
  const document = toolDocument(view, tool);
  const { classification, definition } = document;
  const evidence = [
    ...(classification?.evidence ?? []),
    ...(classification?.warnings.flatMap((warning) => warning.evidence) ?? []),
  ];
  const definitionText = markDefinition(definition, evidence);
  const shownLength = definitionText.reduce((sum, segment) => sum + segment.text.length, 0);
  const answer = answerOf(document);
  const inDescription = evidence.filter((entry) => entry.pointer === '/description');
  return {
    kind: 'tool',
    path: paths.tool(document.server, document.tool),
    title: `${shorten(document.tool, 80)}: may I allow it?`,
    description: shorten(`${document.tool} of ${document.server}: ${answer}`, 240),
    document,
    serverPath: paths.server(document.server),
    label: labelOf(document),
    answer,
    decision: document.policies?.balanced.rules[0]?.decision ?? null,
    descriptionText: cutSegments(
      markQuotes(descriptionOf(definition), inDescription),
      longestShown / 4,
    ),
    definitionText: cutSegments(definitionText, longestShown),
    shortened: shownLength > longestShown,
    parameters: listParameters(definition, evidence),
    panels: document.policies ? policyPanels(document.policies) : [],
    safer: saferTools(view, tool),
  };
}

function answerOf({ classification, offered }: ToolDocument): string {
  if (!classification) return 'Nobody has judged this definition yet: treat it as dangerous.';
  const effect = effectSentence(classification.operation, classification.capabilities);
  return offered ? effect : `The server does not offer it any more. ${effect}`;
}

function labelOf({ classification }: Pick<ToolDocument, 'classification'>): Label | null {
  if (!classification) return null;
  const { operation, risk, confidence } = classification;
  return { operation, risk, confidence };
}

export function toolRow(view: ServerView, { name, now }: NamedTool): ToolRow {
  return {
    server: view.record.server.id,
    name,
    path: paths.tool(view.record.server.id, name),
    label: labelOf(now),
    capabilities: now.classification?.capabilities ?? [],
    warnings: now.classification?.warnings.length ?? 0,
    summary: shorten(descriptionOf(now.definition), 140),
  };
}

export function descriptionOf(definition: ToolDefinition): string {
  return typeof definition.description === 'string' ? definition.description : '';
}

/** Current tools of the server that share a word of the name and are milder, the mildest first. */
function saferTools(view: ServerView, tool: NamedTool): ToolRow[] {
  const own = tool.now.classification;
  if (!own || own.operation === 'read') return [];
  const words = nameWords(tool.name);
  return view.current
    .filter((other) => {
      const theirs = other.now.classification;
      return (
        theirs && severity(theirs) < severity(own) && overlap(nameWords(other.name), words) > 0
      );
    })
    .toSorted(
      (a, b) =>
        overlap(nameWords(b.name), words) - overlap(nameWords(a.name), words) ||
        a.now.position - b.now.position,
    )
    .slice(0, 3)
    .map((other) => toolRow(view, other));
}

function severity({ operation, risk }: { operation: Operation; risk: Risk }): number {
  const step = { read: 0, write: 1, destructive: 2 }[operation];
  return step * 10 + { low: 0, medium: 1, high: 2, critical: 3 }[risk];
}

/** The lower-case words of a name, without the verb that begins it. */
function nameWords(name: string): Set<string> {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
  return new Set(words.slice(1).map((word) => word.replace(/s$/, '')));
}

function overlap(a: Set<string>, b: Set<string>): number {
  return a.intersection(b).size;
}
