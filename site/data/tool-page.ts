import type { Warning } from '../../classifier/classification.ts';
import type { ToolSummary } from '../../db/queries/pages.ts';
import type { Decision } from '../../policy/policy.ts';
import { type Contest, contestOf } from './contest.ts';
import { type DefinitionChange, definitionChanges } from './definition-changes.ts';
import { markDefinition } from './marked-definition.ts';
import { cutSegments, markQuotes, type Segment } from './marked-text.ts';
import type { PageBase, Site } from './page.ts';
import { listParameters, type Parameter } from './parameters.ts';
import { paths } from './paths.ts';
import { type PolicyPanel, policyPanels } from './policy-panels.ts';
import { type Question, questionsOf } from './questions.ts';
import { saferTools } from './safer-tools.ts';
import type { NamedTool, ServerView } from './server-view.ts';
import { type ToolAttack, toolAttacks } from './tool-attacks.ts';
import { type ToolDocument, toolDocument } from './tool-document.ts';
import {
  descriptionOf,
  type Label,
  labelOf,
  type ShownRow,
  summaryRow,
  toolRow,
} from './tool-row.ts';
import { isPoisoned } from './warned.ts';
import { confidenceWord, effectSentence, shorten } from './words.ts';

const longestDescription = 4_000;
const longestDefinition = 16_000;

export interface ToolPage extends PageBase {
  kind: 'tool';
  document: ToolDocument;
  serverPath: string;
  label: Label | null;
  /** What one call can do, in one sentence. */
  answer: string;
  /** What the balanced policy does with it; null where the server offers it no more. */
  decision: Decision | null;
  because: string;
  /** The author's description as the model reads it, with the evidence marked. */
  descriptionText: Segment[];
  /** The whole definition as JSON with the evidence marked. */
  definitionText: Segment[];
  /** The definition was too long to show; the JSON has all of it. */
  shortened: boolean;
  warnings: Warning[];
  parameters: Parameter[];
  panels: PolicyPanel[];
  attacks: ToolAttack[];
  changes: DefinitionChange[];
  safer: ShownRow[];
  related: ShownRow[];
  questions: Question[];
  twins: { json: string; markdown: string; badge: string };
  /** Null: there is no label yet. */
  contest: Contest | null;
}

/** @param related tools of other servers to compare with */
export function toolPage(
  view: ServerView,
  tool: NamedTool,
  related: ToolSummary[],
  site: Site,
): ToolPage {
  const document = toolDocument(view, tool);
  const { server, classification, definition } = document;
  const warnings = classification?.warnings ?? [];
  const evidence = [
    ...(classification?.evidence ?? []),
    ...warnings.flatMap((warning) => warning.evidence),
  ];
  const definitionText = markDefinition(definition, evidence);
  const answer = answerOf(document);
  const rule = view.policies.balanced.rules.find((rule) => rule.tool === tool.name);
  const decision = document.offered ? (rule?.decision ?? null) : null;
  return {
    kind: 'tool',
    path: paths.tool(server, tool.name),
    title: `${shorten(tool.name, 80)}: may I allow it?`,
    description: shorten(`${tool.name} of ${server}: ${answer}`, 240),
    document,
    serverPath: paths.server(server),
    label: labelOf(classification),
    answer,
    decision,
    because: rule?.because ?? '',
    descriptionText: markedDescription(document, evidence),
    definitionText: cutSegments(definitionText, longestDefinition),
    shortened: lengthOf(definitionText) > longestDefinition,
    warnings,
    parameters: listParameters(definition, evidence),
    panels: document.offered
      ? policyPanels(onlyFor(view, tool.name), ['client'], { rulesOnly: true })
      : [],
    attacks: toolAttacks(classification),
    changes: definitionChanges(tool.history, view.record.tools),
    safer: saferTools(view, tool).map((other) => toolRow(server, other)),
    related: related.map(summaryRow),
    questions: questionsOf(document, decision),
    twins: {
      json: paths.toolTwin(server, tool.name, 'json'),
      markdown: paths.toolTwin(server, tool.name, 'md'),
      badge: paths.toolBadge(server, tool.name),
    },
    contest: contestOf(document, site),
  };
}

function answerOf({ classification, offered }: ToolDocument): string {
  if (!classification) return 'Nobody has judged this definition yet: treat it as dangerous.';
  const { operation, capabilities, confidence, warnings } = classification;
  return [
    offered ? '' : 'The server does not offer it any more.',
    isPoisoned(warnings) ? 'Its definition tries to steer the model.' : '',
    confidenceWord(confidence) === 'unsure' ? 'This label is a guess.' : '',
    effectSentence(operation, capabilities),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function markedDescription({ definition }: ToolDocument, evidence: Warning['evidence']): Segment[] {
  const inDescription = evidence.filter((entry) => entry.pointer === '/description');
  return cutSegments(markQuotes(descriptionOf(definition), inDescription), longestDescription);
}

function lengthOf(segments: Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.text.length, 0);
}

/** The server's policies with the rule for one tool only. */
function onlyFor({ policies }: ServerView, name: string): ServerView['policies'] {
  const only = (policy: ServerView['policies']['strict']) => ({
    ...policy,
    rules: policy.rules.filter((rule) => rule.tool === name),
  });
  return {
    strict: only(policies.strict),
    balanced: only(policies.balanced),
    permissive: only(policies.permissive),
  };
}
