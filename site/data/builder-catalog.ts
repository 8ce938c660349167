import type { Capability } from '../../classifier/taxonomy.ts';
import type { Policy, Posture } from '../../policy/policy.ts';
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
  /** What stands beside the label; null without warnings. */
  warned: string | null;
}

/** About how many tools one file of the catalog has: beyond that, it is split. */
const toolsInShard = 3_000;

/** Into how many files a catalog of so many tools is split: a power of two. */
export function shardCount(tools: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(tools / toolsInShard)));
}

/** The file a target is in. */
export function shardOfTarget(target: string, shards: number): number {
  return textHash(target.toLowerCase()) % shards;
}
