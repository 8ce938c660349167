import type { ToolDefinition } from '../classifier/definition.ts';
import type { Limits } from './limits.ts';

const maxNameChars = 512;

/** The definition as it was sent, or why it is none. Names are kept whatever they look like. */
export function readTool(item: unknown, limits: Limits): ToolDefinition | string {
  if (!isObject(item)) return 'not an object';
  const { name, inputSchema } = item;
  if (typeof name !== 'string') return 'name is not a string';
  if (name.trim() === '') return 'name is empty';
  if (name.length > maxNameChars) return `name is longer than ${maxNameChars} characters`;
  if (inputSchema === undefined) return 'inputSchema is missing';
  if (!isObject(inputSchema)) return 'inputSchema is not an object';
  const fault = findFault(item, limits);
  if (fault) return fault;
  return withoutNulls(item) ?? 'title, description, outputSchema or annotations has the wrong type';
}

/**
 * What has no canonical JSON (lone surrogates, infinite numbers) or is too deep or large to be
 * judged. Walks without recursion.
 */
function findFault(root: unknown, limits: Limits): string | undefined {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let chars = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, depth } = next;
    if (depth > limits.toolDepth) return `nested deeper than ${limits.toolDepth}`;
    if (typeof value === 'string') {
      chars += value.length;
      if (!value.isWellFormed()) return 'contains a lone surrogate';
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value)) return 'contains a number out of range';
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        if (!Array.isArray(value)) stack.push({ value: key, depth });
        stack.push({ value: child, depth: depth + 1 });
      }
    }
    chars += 1;
    if (chars > limits.toolBytes) return `larger than ${limits.toolBytes} bytes`;
  }
  return undefined;
}

/** `null` for an optional field means that it is absent; undefined when one has another type. */
function withoutNulls(item: Record<string, unknown>): ToolDefinition | undefined {
  for (const key of ['title', 'description']) {
    if (item[key] === null) delete item[key];
    if (item[key] !== undefined && typeof item[key] !== 'string') return undefined;
  }
  for (const key of ['outputSchema', 'annotations']) {
    if (item[key] === null) delete item[key];
    if (item[key] !== undefined && !isObject(item[key])) return undefined;
  }
  return item as ToolDefinition;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
