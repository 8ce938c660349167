import policySchema from '../../policy/schema/policy.schema.json' with { type: 'json' };
import { bulkSchema } from './bulk.ts';
import serverSchema from './server.schema.json' with { type: 'json' };
import toolSchema from './tool.schema.json' with { type: 'json' };

/** The published JSON Schemas (draft 2020-12) by path. */
export function schemaFiles(): [path: string, text: string][] {
  const schemas = {
    bulk: bulkSchema(),
    policy: policySchema,
    server: serverSchema,
    tool: toolSchema,
  };
  return Object.entries(schemas).map(([name, schema]) => [
    `schemas/${name}.schema.json`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
}
