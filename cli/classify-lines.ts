import { createReadStream } from 'node:fs';
import { type ParseError, parseTree } from 'jsonc-parser';
import type { Classification } from '../classifier/classification.ts';
import { classify } from '../classifier/classify.ts';
import type { ToolDefinition } from '../classifier/definition.ts';
import { canonicalFault } from '../classifier/hash.ts';
import { readLines } from '../db/lines.ts';
import { isDeeperThan } from '../policy/duplicate-keys.ts';
import { isObject } from '../policy/json.ts';
import { parseErrorWords } from '../policy/read-json.ts';
import { fileError } from './file-error.ts';
import { inOrder } from './in-order.ts';
import { openOutput } from './output-file.ts';
import { jsonText } from './terminal.ts';

/** One line that is no definition: its number from 1, where it stops being JSON (from 1), and why. */
export interface BadLine {
  line: number;
  column?: number;
  reason: string;
}

/** One definition of a file. */
export interface LineRequest {
  id: unknown;
  tool: ToolDefinition;
}

export type Judge = (tool: ToolDefinition) => Classification | Promise<Classification>;

/**
 * Reads `{"id", "server", "tool"}` a line and writes the label of each, in order, without holding the file.
 * `-` is standard input or output; a file appears under its name only when it is complete.
 *
 * @param concurrency how many definitions are judged at the same time: more than one for a judge that waits
 */
export async function classifyLines(
  input: string,
  output: string,
  onBadLine: (bad: BadLine) => void,
  { judge = classify, concurrency = 1 }: { judge?: Judge; concurrency?: number } = {},
): Promise<{ classified: number; malformed: number }> {
  const target = openOutput(output);
  let classified = 0;
  let malformed = 0;
  const requests = readRequests(input, (bad) => {
    malformed += 1;
    onBadLine(bad);
  });
  const labels = inOrder(requests, concurrency, async ({ id, tool }) => ({
    id,
    ...(await judge(tool)),
  }));
  try {
    for await (const labelled of labels) {
      await target.write(`${jsonText(labelled)}\n`);
      classified += 1;
    }
    await target.finish();
  } catch (error) {
    await target.discard();
    throw error;
  }
  return { classified, malformed };
}

/** The definitions of a file, as they are read. @throws UserError for a file that cannot be read */
export async function* readRequests(
  input: string,
  onBadLine: (bad: BadLine) => void,
): AsyncGenerator<LineRequest> {
  const source = input === '-' ? process.stdin : createReadStream(input);
  let number = 0;
  try {
    for await (const line of readLines(source)) {
      number += 1;
      if (line?.trim() === '') continue;
      const request = line === undefined ? { reason: 'the line is too long' } : readRequest(line);
      if ('reason' in request) onBadLine({ line: number, ...request });
      else yield request;
    }
  } catch (error) {
    throw fileError('read', input, error);
  }
}

function readRequest(line: string): LineRequest | Omit<BadLine, 'line'> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return jsonFault(line);
  }
  if (!isObject(value)) return { reason: 'not a JSON object' };
  const { id, tool } = value;
  if (typeof id !== 'string') return { reason: '/id is not a string' };
  if (!isObject(tool)) return { reason: '/tool is not an object' };
  if (typeof tool.name !== 'string') return { reason: '/tool/name is not a string' };
  if (tool.name.trim() === '') return { reason: '/tool/name is empty' };
  if (tool.inputSchema !== undefined && !isObject(tool.inputSchema)) {
    return { reason: '/tool/inputSchema is not an object' };
  }
  const definition = { inputSchema: {}, ...tool } as ToolDefinition;
  const fault = mayLackCanonicalForm.test(line) ? canonicalFault(definition) : undefined;
  return fault === undefined ? { id, tool: definition } : { reason: `/tool holds ${fault}` };
}

/** The words of `JSON.parse` quote the line, and count its place within the line from line 1 again. */
function jsonFault(line: string): Omit<BadLine, 'line'> {
  if (isDeeperThan(line, 500)) return { reason: 'no JSON, and nested too deeply to say where' };
  const errors: ParseError[] = [];
  parseTree(line, errors, { disallowComments: true });
  const [first] = errors;
  if (!first) return { reason: 'no JSON' };
  return { column: first.offset + 1, reason: parseErrorWords(first.error) };
}

/** In JSON half a surrogate pair is an escape, and a number out of range has an exponent or 300 digits. */
const mayLackCanonicalForm = /\\ud[89a-f]|e\+?\d\d|\d{300}/i;
