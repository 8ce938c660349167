import type { Capability, Operation, Risk } from './taxonomy.ts';

/** A verbatim quote out of a definition and the JSON Pointer (RFC 6901) of the string it stands in. */
export interface Evidence {
  signal: string;
  pointer: string;
  quote: string;
}

export const warningClasses = ['poisoning', 'annotation', 'hygiene', 'change'] as const;
export type WarningClass = (typeof warningClasses)[number];

/** A finding beside the label. Only class `poisoning` says that the definition tries to steer the model. */
export interface Warning {
  signal: string;
  class: WarningClass;
  severity: Risk;
  /** One sentence for a person; holds no text of the definition. */
  message: string;
  evidence: Evidence[];
  /** OWASP MCP Top 10 (2025) ids, e.g. `MCP03:2025`. */
  owasp: string[];
  /** MITRE ATLAS technique ids, e.g. `AML.T0051`. */
  atlas: string[];
}

export type DecidedBy = 'floor' | 'model' | 'llm' | 'override';

/** The judgement of one definition by one version of the classifier. */
export interface Classification {
  definitionHash: string;
  classifierVersion: string;
  operation: Operation;
  risk: Risk;
  capabilities: Capability[];
  /** Calibrated probability (0 to 1) that the operation is right. */
  confidence: number;
  decidedBy: DecidedBy;
  evidence: Evidence[];
  warnings: Warning[];
  /** Generated from the evidence that decided; holds quotes of the definition: escape it. */
  rationale: string;
}
