import canonicalize from 'canonicalize';
import { diffWordsWithSpace } from 'diff';
import type { Json, ToolDefinition } from './definition.ts';
import { type Parameter, schemaParameters } from './schema-parameters.ts';

/** A run of words: with `same` and `removed` the text before, with `same` and `added` the text after. */
export interface WordChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A key of the definition (or a keyword of a schema) whose value differs; a missing side had no such key. */
export interface FieldChange {
  field: string;
  before?: Json;
  after?: Json;
}

export interface ParameterChange {
  schema: 'inputSchema' | 'outputSchema';
  /** Names joined by `.`, `[]` for the items of an array; empty for the schema itself. */
  path: string;
  kind: 'added' | 'removed' | 'changed';
  /** Whether a call must, or had to, give it: of the side that has it, the new one where both have. */
  required: boolean;
  /** `required` itself is a keyword here where it changed. Empty unless `changed`. */
  keywords: FieldChange[];
}

/** What differs between two definitions. All text in it is the server's: escape it. */
export interface DefinitionDiff {
  /** Keys other than the description and the schemas, in alphabetical order. */
  fields: FieldChange[];
  /** Empty where the description is the same. */
  description: WordChange[];
  parameters: ParameterChange[];
}

export function diffDefinitions(before: ToolDefinition, after: ToolDefinition): DefinitionDiff {
  return {
    fields: diffKeys(withoutKeys(before, diffedApart), withoutKeys(after, diffedApart)),
    description: diffWords(asText(before.description), asText(after.description)),
    parameters: [
      ...diffParameters('inputSchema', before.inputSchema, after.inputSchema),
      ...diffParameters('outputSchema', before.outputSchema, after.outputSchema),
    ],
  };
}

const diffedApart = new Set(['description', 'inputSchema', 'outputSchema']);

/** Beyond these a text is shown as replaced in whole: comparing words costs the product of both. */
const longestCompared = 20_000;
const mostEdits = 2_000;

/** Compares two texts word by word. */
export function diffWords(before: string, after: string): WordChange[] {
  if (before === after) return [];
  const changes =
    before.length + after.length <= longestCompared
      ? diffWordsWithSpace(before, after, { maxEditLength: mostEdits })
      : undefined;
  if (changes) {
    return changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }));
  }
  const whole: WordChange[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return whole.filter(({ text }) => text !== '');
}

function diffParameters(
  schema: ParameterChange['schema'],
  before: unknown,
  after: unknown,
): ParameterChange[] {
  const old = schemaParameters(before);
  const now = schemaParameters(after);
  const changes: ParameterChange[] = [];
  for (const [path, parameter] of old) {
    if (!now.has(path)) {
      changes.push({ schema, path, kind: 'removed', required: parameter.required, keywords: [] });
    }
  }
  for (const [path, parameter] of now) {
    const previous = old.get(path);
    if (!previous) {
      changes.push({ schema, path, kind: 'added', required: parameter.required, keywords: [] });
      continue;
    }
    const keywords = diffKeys(keywordsOf(previous), keywordsOf(parameter));
    if (keywords.length > 0) {
      changes.push({ schema, path, kind: 'changed', required: parameter.required, keywords });
    }
  }
  return changes;
}

function keywordsOf({ required, keywords }: Parameter): Map<string, unknown> {
  return new Map<string, unknown>(keywords).set('required', required);
}

function withoutKeys(object: object, keys: ReadonlySet<string>): Map<string, unknown> {
  return new Map(Object.entries(object).filter(([key]) => !keys.has(key)));
}

function diffKeys(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(field), after.get(field)];
    if (canonicalText(old) === canonicalText(now)) continue;
    const change: FieldChange = { field };
    if (old !== undefined) change.before = old as Json;
    if (now !== undefined) change.after = now as Json;
    changes.push(change);
  }
  return changes;
}

/**
 * How alike two definitions are apart from their names, from 0 to 1: words of the description and
 * parameters in equal parts. 0 where there is too little to tell.
 */
export function similarDefinitions(a: ToolDefinition, b: ToolDefinition): number {
  const words = overlap(wordsOf(a), wordsOf(b));
  const parameters = overlap(parameterNames(a), parameterNames(b));
  if (words === undefined) return parameters ?? 0;
  return parameters === undefined ? words : (words + parameters) / 2;
}

/** Shared part of two sets; undefined where both are empty. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  const all = a.union(b).size;
  return all === 0 ? undefined : a.intersection(b).size / all;
}

function wordsOf(definition: ToolDefinition): Set<string> {
  return new Set(
    asText(definition.description)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

function parameterNames(definition: ToolDefinition): Set<string> {
  const names = [...schemaParameters(definition.inputSchema).keys()];
  return new Set(names.filter((path) => path !== ''));
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function canonicalText(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalize(value);
}
