import type { Classification } from '../../classifier/classification.ts';
import type { JsonObject, ToolDefinition } from '../../classifier/definition.ts';
import type { ToolRecord } from '../../db/queries/pages.ts';
import type { Policy, Posture } from '../../policy/policy.ts';
import { writePolicyJson } from '../../policy/policy-json.ts';
import { type AnnotationRow, compareAnnotations } from './annotations.ts';
import { type ProvenanceView, viewPastProvenance, viewProvenance } from './provenance.ts';
import type { NamedTool, ServerView } from './server-view.ts';
import { countTokens } from './tokens.ts';

/** One span of time in which one definition was offered. */
export interface HistoryEntry {
  definitionHash: string;
  /** ISO 8601, UTC. */
  from: string;
  /** When a listing first lacked it or had another definition; null: still offered. */
  to: string | null;
  operation: Classification['operation'] | null;
  risk: Classification['risk'] | null;
  renamedFrom: string | null;
}

/** The published record of one tool: `<page>.json`, and what the page shows. */
export interface ToolDocument {
  schemaVersion: '1.0';
  server: string;
  tool: string;
  /** False: the server offers it no more; the rest is what was known last. */
  offered: boolean;
  definitionHash: string;
  /** Null: not judged yet. */
  classification: Classification | null;
  annotations: AnnotationRow[];
  /** `policy.json` with the rule for this tool, for each posture; null where it is not offered. */
  policies: Record<Posture, JsonObject> | null;
  history: HistoryEntry[];
  /** Size of the canonical definition in tokens of the o200k_base encoding. */
  tokens: number;
  /** How many definitions the server lists under this name at once; more than 1 is a fault of the server. */
  definitions: number;
  provenance: ProvenanceView;
  definition: ToolDefinition;
}

export function toolDocument(view: ServerView, tool: NamedTool): ToolDocument {
  const { now } = tool;
  return {
    schemaVersion: '1.0',
    server: view.record.server.id,
    tool: tool.name,
    offered: now.current,
    definitionHash: now.definitionHash,
    classification: now.classification,
    annotations: compareAnnotations(now.definition, now.classification),
    policies: now.current ? policyDocuments(view.policies, tool.name) : null,
    history: tool.history.map((span, index) => historyEntry(span, tool.history[index + 1])),
    tokens: countTokens(now.definition),
    definitions: tool.history.filter((span) => span.current).length,
    provenance: now.current ? viewProvenance(view.record) : viewPastProvenance(view.record, now),
    definition: now.definition,
  };
}

/** `policy.json` of each posture, with the rule for one tool or with all. */
export function policyDocuments(
  policies: Record<Posture, Policy>,
  name?: string,
): Record<Posture, JsonObject> {
  const written = (policy: Policy) => {
    const rules = policy.rules.filter((rule) => name === undefined || rule.tool === name);
    return JSON.parse(writePolicyJson({ ...policy, rules }).text) as JsonObject;
  };
  return {
    strict: written(policies.strict),
    balanced: written(policies.balanced),
    permissive: written(policies.permissive),
  };
}

function historyEntry(span: ToolRecord, next: ToolRecord | undefined): HistoryEntry {
  return {
    definitionHash: span.definitionHash,
    from: span.firstSeenAt,
    to: span.current ? null : (span.removedAt ?? next?.firstSeenAt ?? span.lastSeenAt),
    operation: span.classification?.operation ?? null,
    risk: span.classification?.risk ?? null,
    renamedFrom: span.renamedFrom,
  };
}
