import type { ServerRecord, ToolRecord } from '../../db/queries/pages.ts';
import { type Policy, type Posture, postures } from '../../policy/policy.ts';
import { recommend } from '../../policy/recommend.ts';

/** One tool name of a server: what it offers now (or offered last) and all before, oldest first. */
export interface NamedTool {
  name: string;
  now: ToolRecord;
  history: ToolRecord[];
}

/** A server's record, sorted out once for all of its pages. */
export interface ServerView {
  record: ServerRecord;
  /** In the server's order. */
  current: NamedTool[];
  /** Offered once and not any more. */
  removed: NamedTool[];
  /** One policy for each posture, over the current tools. */
  policies: Record<Posture, Policy>;
}

/** Groups the spans by name. Of two current definitions under one name the first in the list counts. */
export function viewServer(record: ServerRecord): ServerView {
  const named = [...Map.groupBy(record.tools, (span) => span.name)].map(([name, spans]) => ({
    name,
    now: spans.find((span) => span.current) ?? newest(spans),
    history: spans.toSorted(byTime),
  }));
  const current = named.filter((tool) => tool.now.current);
  const classified = current.map(({ now }) => ({
    definition: now.definition,
    ...(now.classification ? { classification: now.classification } : {}),
  }));
  const policies = Object.fromEntries(
    postures.map((posture) => [
      posture,
      recommend(classified, { server: record.server.id, posture }),
    ]),
  ) as Record<Posture, Policy>;
  return { record, current, removed: named.filter((tool) => !tool.now.current), policies };
}

function newest(spans: ToolRecord[]): ToolRecord {
  return spans.reduce((a, b) => (byTime(a, b) > 0 ? a : b));
}

function byTime(a: ToolRecord, b: ToolRecord): number {
  return a.firstSeenAt < b.firstSeenAt ? -1 : a.firstSeenAt > b.firstSeenAt ? 1 : a.id - b.id;
}
