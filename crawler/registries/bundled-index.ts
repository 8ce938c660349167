import { z } from 'zod';
import type { ServerEntry } from '../server-entry.ts';

const IndexLine = z.object({
  name: z.string().min(1).max(300),
  package: z.object({
    registry: z.literal('npm'),
    identifier: z.string().min(1).max(300),
    version: z.string().max(128).optional(),
  }),
  arguments: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
});

/**
 * Reads the bundled index (`data/servers.jsonl`, one server a line). It is ours, so a line that does
 * not parse is a bug and throws.
 */
export function readBundledIndex(text: string): ServerEntry[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { name, package: source, ...rest } = IndexLine.parse(JSON.parse(line));
    const version = source.version === undefined ? {} : { version: source.version };
    const { identifier } = source;
    const { arguments: args, environment: env } = rest;
    return {
      id: name,
      registry: 'index',
      ...version,
      status: 'active',
      targets: [{ type: 'npm', identifier, ...version, args, env }],
    };
  });
}
