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
  /** Tools a crawl found when the index was made. */
  toolsSeen: z.number().int().nonnegative().optional(),
});

export interface IndexedServer {
  entry: ServerEntry;
  toolsSeen?: number;
}

/**
 * Reads the bundled index (`data/servers.jsonl`, one server a line). It is ours, so a line that does
 * not parse is a bug and throws.
 */
export function readBundledIndex(text: string): IndexedServer[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { name, package: source, toolsSeen, ...rest } = IndexLine.parse(JSON.parse(line));
    const version = source.version === undefined ? {} : { version: source.version };
    return {
      entry: {
        id: name,
        registry: 'index',
        ...version,
        status: 'active',
        targets: [
          {
            type: 'npm',
            identifier: source.identifier,
            ...version,
            args: rest.arguments,
            env: rest.environment,
          },
        ],
      },
      ...(toolsSeen === undefined ? {} : { toolsSeen }),
    };
  });
}
