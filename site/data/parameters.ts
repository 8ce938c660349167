import type { Evidence } from '../../classifier/classification.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { escapePointer } from './marked-definition.ts';
import { cutSegments, markQuotes, type Segment } from './marked-text.ts';

/** One row of the table of parameters. All text is the server's own. */
export interface Parameter {
  /** `owner`, `filter.from`, `files[].path`. */
  path: string;
  type: string;
  required: boolean;
  meaning: Segment[];
  /** Ids of the signals that point into it. */
  saw: string[];
}

const mostRows = 120;
const deepest = 4;
const longestMeaning = 600;

/** The parameters of a tool, nested ones below their object, at most 120. */
export function listParameters(definition: ToolDefinition, evidence: Evidence[]): Parameter[] {
  const rows: Parameter[] = [];
  addProperties(rows, definition.inputSchema, '', '/inputSchema', evidence, 1);
  return rows;
}

function addProperties(
  rows: Parameter[],
  schema: unknown,
  prefix: string,
  pointer: string,
  evidence: Evidence[],
  depth: number,
): void {
  if (!isObject(schema) || !isObject(schema.properties) || depth > deepest) return;
  const required = Array.isArray(schema.required) ? schema.required : [];
  for (const [name, value] of Object.entries(schema.properties)) {
    if (rows.length >= mostRows) return;
    const parent = `${pointer}/properties`;
    const own = `${parent}/${escapePointer(name)}`;
    const property = isObject(value) ? value : {};
    const description = typeof property.description === 'string' ? property.description : '';
    const marks = evidence.filter((entry) => entry.pointer === `${own}/description`);
    const isHere = (entry: Evidence) =>
      entry.pointer === own ||
      entry.pointer.startsWith(`${own}/`) ||
      (entry.pointer === parent && name.includes(entry.quote));
    rows.push({
      path: prefix + name,
      type: typeName(property),
      required: required.includes(name),
      meaning: cutSegments(markQuotes(description, marks), longestMeaning),
      saw: [...new Set(evidence.filter(isHere).map((entry) => entry.signal))],
    });
    addProperties(rows, property, `${prefix}${name}.`, own, evidence, depth + 1);
    addProperties(rows, property.items, `${prefix}${name}[].`, `${own}/items`, evidence, depth + 1);
  }
}

/** `string`, `string[]`, `"open" | "closed"`, `integer | null`. */
function typeName(schema: Record<string, unknown>, depth = 1): string {
  if (depth > deepest) return '…';
  if (Array.isArray(schema.enum)) return choices(schema.enum);
  if (schema.const !== undefined) return choices([schema.const]);
  for (const key of ['anyOf', 'oneOf'] as const) {
    const options = schema[key];
    if (Array.isArray(options)) {
      const names = options.filter(isObject).map((option) => typeName(option, depth + 1));
      return [...new Set(names)].slice(0, 6).join(' | ');
    }
  }
  if (schema.type === 'array') {
    return isObject(schema.items) ? `${typeName(schema.items, depth + 1)}[]` : 'array';
  }
  if (Array.isArray(schema.type)) return schema.type.filter(isString).join(' | ');
  return isString(schema.type) ? schema.type : 'any';
}

function choices(values: unknown[]): string {
  const shown = values.slice(0, 8).map((value) => JSON.stringify(value)?.slice(0, 40) ?? '');
  return shown.join(' | ') + (values.length > 8 ? ` | … ${values.length - 8} more` : '');
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
