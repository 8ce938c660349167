import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';
import { operations, risks, writtenTool } from './everyday-tools.ts';

const letters: Record<string, Capability> = {
  P: 'reads-private-data',
  U: 'ingests-untrusted',
  N: 'reaches-network',
  S: 'controls-systems',
  A: 'changes-access',
  C: 'communicates',
  D: 'deletes-data',
  X: 'executes-code',
  M: 'moves-money',
  K: 'reads-secrets',
};

/** A tool with every label that the rubric allows for it. */
export interface DomainTool {
  tool: ToolDefinition;
  operations: Operation[];
  risks: Risk[];
  demanded: Capability[];
  /** Demanded or neither demanded nor punished. */
  allowed: Capability[];
}

const folder = join(import.meta.dirname, 'everyday-domains');

/**
 * Tools of many domains, written for this test and labelled by the rubric; none is of the corpus. One a line:
 * name | description | parameters (`:array` and so on where it is no string) | operations | risks | capabilities,
 * each by its first letter, capabilities by the letters above; one in lower case is allowed and not demanded.
 */
export const domainTools: DomainTool[] = readdirSync(folder)
  .sort()
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  .map(readRow);

function readRow(row: string): DomainTool {
  const cells = row.split('|').map((cell) => cell.trim());
  const [name = '', description = '', parameters = '', operation = '', risk = '', can = ''] = cells;
  const marks = [...can];
  return {
    tool: writtenTool(name, description, parameters),
    operations: [...operation].map((letter) => operations[letter] as Operation),
    risks: [...risk].map((letter) => risks[letter] as Risk),
    demanded: marks.flatMap((mark) => letters[mark] ?? []),
    allowed: marks.map((mark) => letters[mark.toUpperCase()] as Capability),
  };
}
