import type { Capability } from '../../classifier/taxonomy.ts';
import type { Policy, Posture } from '../../policy/policy.ts';
import type { ServerView } from './server-view.ts';
import { textHash } from './text-hash.ts';
import type { Label } from './tool-row.ts';

/** What the policy builder needs of one server. */
export interface BuilderServer {
  id: string;
  /** Package names, image names and addresses it is started by. */
  targets: string[];
  tools: BuilderTool[];
  policies: Record<Posture, Policy>;
}

export interface BuilderTool {
  name: string;
  /** Null: not judged yet. */
  label: (Label & { capabilities: Capability[] }) | null;
}

/** About how many tools one file of the catalog has: beyond that, it is split. */
const toolsInShard = 3_000;

export function builderServer({ record, current, policies }: ServerView): BuilderServer {
  const targets = record.server.targets.flatMap((target) => {
    if (target.type === 'command') return [];
    return 'url' in target ? [target.url] : [target.identifier];
  });
  return {
    id: record.server.id,
    targets: [...new Set([record.server.id, ...targets])],
    tools: current.map(({ name, now: { classification } }) => ({
      name,
      label: classification && {
        operation: classification.operation,
        risk: classification.risk,
        confidence: classification.confidence,
        capabilities: classification.capabilities,
      },
    })),
    policies,
  };
}

/** Into how many files a catalog of so many tools is split: a power of two. */
export function shardCount(tools: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(tools / toolsInShard)));
}

/** The file a target is in. */
export function shardOfTarget(target: string, shards: number): number {
  return textHash(target.toLowerCase()) % shards;
}
