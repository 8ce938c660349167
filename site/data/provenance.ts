import type { ServerRecord } from '../../db/queries/pages.ts';

/** Where a server's tools were read, and what read them. */
export interface ProvenanceView {
  registry: string;
  /** `npm`, `pypi`, `oci`, `mcpb`, `streamable-http`, `sse`; null where nothing was listed. */
  target: string | null;
  package: string | null;
  version: string | null;
  integrity: string | null;
  /** Day (YYYY-MM-DD) of the last listing. */
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
