import { z } from 'zod';
import type { JsonObject } from '../definition.ts';
import { capabilities, operations, risks } from '../taxonomy.ts';

/** What the model says of one definition. Outside text: valid in form only, its quotes are not verified. */
export const Answer = z.strictObject({
  /** Asked for first, so that the label follows from it; kept in the cache, never shown. */
  reason: z.string().max(2000),
  quotes: z
    .array(z.strictObject({ pointer: z.string().max(1000), quote: z.string().min(2).max(500) }))
    .min(1)
    .max(12),
  operation: z.enum(operations),
  risk: z.enum(risks),
  capabilities: z.array(z.enum(capabilities)).max(capabilities.length),
});
export type Answer = z.infer<typeof Answer>;

/** The same as a JSON Schema, in the subset that strict structured output takes: no lengths, all keys required. */
export const answerSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['reason', 'quotes', 'operation', 'risk', 'capabilities'],
  properties: {
    reason: { type: 'string', description: 'One or two sentences: the worst effect of one call.' },
    quotes: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pointer', 'quote'],
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer of the quoted string' },
          quote: { type: 'string', description: 'copied verbatim from that string' },
        },
      },
    },
    operation: { type: 'string', enum: [...operations] },
    risk: { type: 'string', enum: [...risks] },
    capabilities: { type: 'array', items: { type: 'string', enum: [...capabilities] } },
  },
};

/** Why an answer is not used: a fixed phrase, so that answers can be counted by it. */
export interface Dropped {
  dropped: string;
}

/** Reads the text of a reply. Half, wordy or invented answers are dropped, never an error. */
export function parseAnswer(text: string): Answer | Dropped {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { dropped: 'not JSON' };
  }
  const parsed = Answer.safeParse(json);
  return parsed.success ? parsed.data : { dropped: 'not of the schema' };
}
