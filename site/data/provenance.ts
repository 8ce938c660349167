import type { ServerRecord, ToolRecord } from '../../db/queries/pages.ts';

/** Where tools were read, and what read them. */
export interface ProvenanceView {
  registry: string;
  /** `npm`, `pypi`, `oci`, `mcpb`, `streamable-http`, `sse`; null where nothing was listed. */
  target: string | null;
  package: string | null;
  version: string | null;
  integrity: string | null;
  /** Day (YYYY-MM-DD) of the last listing that had them. */
  listedOn: string | null;
  listedFrom: 'live' | 'snapshot' | null;
}

export function viewProvenance({ server }: ServerRecord): ProvenanceView {
  const ran = server.provenance;
  return {
    registry: server.registry,
    target: ran?.target ?? null,
    package: ran?.package ?? null,
    version: ran?.version ?? server.version,
    integrity: ran?.integrity ?? null,
    listedOn: server.lastListedAt?.slice(0, 10) ?? null,
    listedFrom: server.listedFrom,
  };
}

/** Of a tool that is offered no more, what is known of the last listing that had it. */
export function viewPastProvenance(record: ServerRecord, tool: ToolRecord): ProvenanceView {
  const crawl = record.crawls.find(({ at }) => at === tool.lastSeenAt);
  return {
    ...viewProvenance(record),
    version: crawl?.version ?? null,
    integrity: null,
    listedOn: tool.lastSeenAt.slice(0, 10),
    listedFrom: crawl?.origin ?? null,
  };
}
