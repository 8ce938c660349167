import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Classification } from '../classifier/classification.ts';
import { classify } from '../classifier/classify.ts';
import type { ToolDefinition } from '../classifier/definition.ts';
import { openOutput } from './output-file.ts';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** One line that is no definition: its number from 1, and why. */
export interface BadLine {
  line: number;
  reason: string;
}

/**
 * Reads `{"id", "server", "tool"}` a line and writes the label of each, in order, without holding the file.
 * `-` is standard input or output; a file appears under its name only when it is complete.
 */
export async function classifyLines(
  input: string,
  output: string,
  onBadLine: (bad: BadLine) => void,
): Promise<{ classified: number; malformed: number }> {
  const source = input === '-' ? process.stdin : openInput(input);
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  const target = openOutput(output);
  let number = 0;
  let classified = 0;
  let malformed = 0;
  try {
    for await (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      const request = readRequest(line);
      if ('reason' in request) {
        malformed += 1;
        onBadLine({ line: number, reason: request.reason });
        continue;
      }
      await target.write(`${JSON.stringify(label(request.id, classify(request.tool)))}\n`);
      classified += 1;
    }
    await target.finish();
  } catch (error) {
    await target.discard();
    if (error instanceof Error && 'code' in error && 'path' in error) {
      throw new UserError(`cannot read ${plain(input)}: ${String(error.code)}`, { cause: error });
    }
    throw error;
  }
  return { classified, malformed };
}

function openInput(path: string): NodeJS.ReadableStream {
  return createReadStream(path, 'utf8');
}

function label(id: unknown, classification: Classification): Record<string, unknown> {
  const { operation, risk, capabilities, confidence, decidedBy, warnings, evidence, rationale } =
    classification;
  const rest = {
    operation,
    risk,
    capabilities,
    confidence,
    decidedBy,
    warnings,
    evidence,
    rationale,
  };
  return { id, ...rest };
}

function readRequest(line: string): { id: unknown; tool: ToolDefinition } | { reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { reason: plain((error as SyntaxError).message) };
  }
  if (!isObject(value)) return { reason: 'not a JSON object' };
  const { id, tool } = value;
  if (typeof id !== 'string') return { reason: '/id is not a string' };
  if (!isObject(tool)) return { reason: '/tool is not an object' };
  if (typeof tool.name !== 'string') return { reason: '/tool/name is not a string' };
  if (tool.inputSchema !== undefined && !isObject(tool.inputSchema)) {
    return { reason: '/tool/inputSchema is not an object' };
  }
  return { id, tool: { inputSchema: {}, ...tool } as ToolDefinition };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
