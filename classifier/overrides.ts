import { z } from 'zod';
import type { Classification } from './classification.ts';
import { type Floor, supportLabel } from './decide.ts';
import type { ToolDefinition } from './definition.ts';
import { findSignals } from './find-signals.ts';
import { contradictionsOf } from './rubric-ties.ts';
import { capabilities, operations, risks } from './taxonomy.ts';
import { readText } from './text.ts';
import { findWarnings } from './warnings.ts';
import { withoutByteOrderMark } from './without-byte-order-mark.ts';

/** A label that a person set after reading one definition. It ends with the definition: the hash is its key. */
export const Override = z.strictObject({
  definitionHash: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in lower-case hex'),
  label: z
    .strictObject({
      operation: z.enum(operations),
      risk: z.enum(risks),
      capabilities: z.array(z.enum(capabilities)),
    })
    .superRefine((label, context) => {
      for (const { of, message } of contradictionsOf(label))
        context.addIssue({ code: 'custom', path: [of], message });
    }),
  reason: z.string().trim().min(1),
  reviewer: z.string().trim().min(1),
  date: z.iso.date(),
});
export type Override = z.infer<typeof Override>;

/** A line that is no override: its number from 1, and the JSON Pointer of what is wrong. */
export interface OverrideProblem {
  line: number;
  pointer: string;
  message: string;
}

export interface Overrides {
  byHash: ReadonlyMap<string, Override>;
  problems: OverrideProblem[];
}

/** Reads data/overrides.jsonl: one override a line, one line a definition. */
export function readOverrides(text: string): Overrides {
  const byHash = new Map<string, Override>();
  const problems: OverrideProblem[] = [];
  const lines = withoutByteOrderMark(text).split('\n');
  lines.forEach((content, index) => {
    if (content.trim() === '') return;
    const line = index + 1;
    const read = readLine(content);
    if (Array.isArray(read)) problems.push(...read.map((problem) => ({ line, ...problem })));
    else if (byHash.has(read.definitionHash)) {
      problems.push({ line, pointer: '/definitionHash', message: 'has an override already' });
    } else byHash.set(read.definitionHash, read);
  });
  return { byHash, problems };
}

function readLine(content: string): Override | Omit<OverrideProblem, 'line'>[] {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return [{ pointer: '', message: 'is not JSON' }];
  }
  const parsed = Override.safeParse(json);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map(({ path, message }) => ({
    pointer: path.map((key) => `/${String(key)}`).join(''),
    message,
  }));
}

/** How often two careful labellers agree on an operation: docs/METHODOLOGY.md. */
const reviewConfidence = 0.994;

/** The reviewer's label in place of the classifier's, with who set it and why in the rationale. */
export function applyOverride(
  definition: ToolDefinition,
  own: Classification,
  { label, reason, reviewer, date }: Override,
): Classification {
  const text = readText(definition);
  const set: Floor = { ...label, capabilities: inOrder(label.capabilities) };
  const { evidence, rationale } = supportLabel(findSignals(text), set);
  return {
    ...own,
    ...set,
    confidence: reviewConfidence,
    decidedBy: 'override',
    evidence,
    warnings: findWarnings(text, { ...set, confidence: reviewConfidence }),
    rationale: `Set by review of ${reviewer} on ${date}: ${reason} ${rationale}`,
  };
}

/** Whether the classifier says by itself what the reviewer said: the override can go. */
export function agreesWith(own: Classification, { label }: Override): boolean {
  return (
    own.operation === label.operation &&
    own.risk === label.risk &&
    inOrder(own.capabilities).join() === inOrder(label.capabilities).join()
  );
}

function inOrder(chosen: readonly Floor['capabilities'][number][]): Floor['capabilities'] {
  return capabilities.filter((name) => chosen.includes(name));
}
