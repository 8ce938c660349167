import type { Classification } from '../../classifier/classification.ts';
import type { JsonObject } from '../../classifier/definition.ts';
import { hashDefinition } from '../../classifier/hash.ts';
import type { Policy, Rule } from '../../policy/policy.ts';
import type { ClassifiedTool } from '../../policy/recommend.ts';

export const read: Partial<Classification> = { operation: 'read', risk: 'low' };
export const privateRead: Partial<Classification> = {
  operation: 'read',
  risk: 'medium',
  capabilities: ['reads-private-data'],
};
export const write: Partial<Classification> = { operation: 'write', risk: 'medium' };
export const destruction: Partial<Classification> = {
  operation: 'destructive',
  risk: 'critical',
  capabilities: ['deletes-data'],
};

/** A tool as the classifier judged it; by default a sure read of public data. */
export function classified(
  name: string,
  judgement: Partial<Classification>,
  properties: JsonObject = {},
): ClassifiedTool {
  const definition = {
    name,
    description: `Does ${name}.`,
    inputSchema: { type: 'object', properties },
  };
  const classification: Classification = {
    definitionHash: hashDefinition(definition),
    classifierVersion: '1.0.0',
    operation: 'read',
    risk: 'low',
    capabilities: [],
    confidence: 0.99,
    decidedBy: 'model',
    evidence: [{ signal: 'example', pointer: '/name', quote: name }],
    warnings: [],
    rationale: '',
    ...judgement,
  };
  return { definition, classification };
}

export function rule(tool: string, parts: Partial<Rule> = {}): Rule {
  return {
    tool,
    decision: 'allow',
    because: 'An example.',
    approval: 'call',
    require: [],
    denyIf: [],
    limits: [],
    ...parts,
  };
}

export function policyOf(rules: Rule[], parts: Partial<Policy> = {}): Policy {
  return {
    schemaVersion: '1.0',
    server: 'example/server',
    posture: 'balanced',
    default: 'ask',
    classifierVersion: '1.0.0',
    rules,
    limits: [],
    ...parts,
  };
}
