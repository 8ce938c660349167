/** One value that a schema lets a caller give. */
export interface Parameter {
  required: boolean;
  /** The schema's own keywords, without those that hold parameters below it. */
  keywords: Map<string, unknown>;
}

const deepest = 20;
const mostParameters = 2_000;
const holders = new Set(['properties', 'required', 'items']);

/**
 * Every parameter of a JSON Schema under its path (names joined by `.`, `[]` for items), the schema
 * itself first under ''. Hostile schemas: not deeper than 20, not more than 2,000, anything that is
 * no schema is left out.
 */
export function schemaParameters(schema: unknown): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  collect(schema, '', true, 0, parameters);
  return parameters;
}

function collect(
  schema: unknown,
  path: string,
  required: boolean,
  depth: number,
  into: Map<string, Parameter>,
): void {
  if (!isObject(schema) || depth > deepest || into.size >= mostParameters) return;
  const keywords = Object.entries(schema).filter(([keyword]) => !holders.has(keyword));
  into.set(path, { required, keywords: new Map(keywords) });
  const needed = Array.isArray(schema.required) ? new Set<unknown>(schema.required) : new Set();
  if (isObject(schema.properties)) {
    for (const [name, child] of Object.entries(schema.properties)) {
      collect(child, path === '' ? name : `${path}.${name}`, needed.has(name), depth + 1, into);
    }
  }
  collect(schema.items, `${path}[]`, false, depth + 1, into);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
