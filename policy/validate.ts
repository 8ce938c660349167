import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Json, ToolDefinition } from '../classifier/definition.ts';
import { withoutByteOrderMark } from '../classifier/without-byte-order-mark.ts';
import { contradictions } from './contradictions.ts';
import { duplicateKeys, isDeeperThan } from './duplicate-keys.ts';
import { isObject } from './json.ts';
import { offsetOf } from './json-offset.ts';
import { checkAgainstTools } from './known-tools.ts';
import type { Policy } from './policy.ts';
import type { PolicyDocument } from './policy-document.ts';
import { policyFromJson } from './policy-json.ts';
import { pathOf, pointerOf, positionAt } from './position.ts';
import { parseErrorWords } from './read-json.ts';
import { compilePattern } from './regex.ts';
import policySchema from './schema/policy.schema.json' with { type: 'json' };

/** Something wrong in a policy file, and where. */
export interface PolicyError {
  line: number;
  column: number;
  /** RFC 6901. */
  pointer: string;
  message: string;
}

/** An error that knows its pointer only; the text gives line and column. */
export interface Finding {
  pointer: string;
  message: string;
}

const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
  policySchema,
);

/**
 * Reads a `policy.json`. `policy` is there only when `errors` is empty.
 *
 * @param tools definitions of the server, to find rules and conditions about what it does not have
 */
export function validatePolicy(
  file: string,
  tools?: ToolDefinition[],
): { policy?: Policy; errors: PolicyError[] } {
  const text = withoutByteOrderMark(file);
  if (isDeeperThan(text, 500)) return { errors: [at(1, 'The file is nested too deeply.')] };
  const syntax: ParseError[] = [];
  const root = parseTree(text, syntax, { disallowComments: true });
  if (!root || syntax.length > 0) return { errors: syntaxErrors(text, syntax) };
  const document: unknown = getNodeValue(root);
  const misshapen = [...duplicateKeys(root).map(doubleKey), ...schemaFindings(document)];
  const findings = misshapen.length > 0 ? misshapen : meaningFindings(document, tools);
  const errors = findings.map((finding) => located(text, root, finding));
  if (errors.length > 0) return { errors: inOrder(errors) };
  return { policy: policyFromJson(document as PolicyDocument), errors: [] };
}

/** @param document fits the schema */
function meaningFindings(document: unknown, tools: ToolDefinition[] | undefined): Finding[] {
  return [
    ...patternFindings(document as Json),
    ...contradictions(document as PolicyDocument),
    ...(tools ? checkAgainstTools(document as PolicyDocument, tools) : []),
  ];
}

function at(line: number, message: string): PolicyError {
  return { line, column: 1, pointer: '', message };
}

function syntaxErrors(text: string, errors: ParseError[]): PolicyError[] {
  if (errors.length === 0)
    return [{ line: 1, column: 1, pointer: '', message: 'The file is empty.' }];
  // What follows the first error mostly follows from it.
  return errors.slice(0, 1).map(({ error, offset }) => ({
    ...positionAt(text, offset),
    pointer: '',
    message: `This is no JSON: ${parseErrorWords(error)}.`,
  }));
}

function doubleKey(path: (string | number)[]): Finding {
  return { pointer: pointerOf(path), message: `The key "${path.at(-1)}" is there twice.` };
}

function schemaFindings(document: unknown): Finding[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(schemaFinding);
}

function schemaFinding({ keyword, instancePath, params, message }: ErrorObject): Finding {
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const pointer = `${instancePath}${pointerOf([key])}`;
    return { pointer, message: `The key "${key}" is not known here.` };
  }
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    return {
      pointer: instancePath,
      message: `Has to be one of ${params.allowedValues.join(', ')}.`,
    };
  }
  if (keyword === 'const') {
    const value = JSON.stringify(params.allowedValue);
    return { pointer: instancePath, message: `Has to be ${value}.` };
  }
  return { pointer: instancePath, message: `${message ?? keyword}.`.replace(/^m/, 'M') };
}

/** Patterns have to be of the linear-time syntax that the evaluator reads. */
function patternFindings(value: Json, path: (string | number)[] = []): Finding[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => patternFindings(item, [...path, index]));
  }
  if (!isObject(value)) return [];
  const isPattern = value.op === 'regex' && typeof value.path === 'string';
  if (isPattern && !compilePattern(value.value)) {
    const message = 'Has to be a pattern in RE2 syntax (no look-around, no back-references).';
    return [{ pointer: pointerOf([...path, 'value']), message }];
  }
  return Object.entries(value).flatMap(([key, item]) => patternFindings(item, [...path, key]));
}

function located(text: string, root: Node, { pointer, message }: Finding): PolicyError {
  return { ...positionAt(text, offsetOf(root, pathOf(pointer))), pointer, message };
}

function inOrder(errors: PolicyError[]): PolicyError[] {
  return errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
