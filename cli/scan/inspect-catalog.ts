import { classifierVersion } from '../../classifier/version.ts';
import type { Target } from '../../crawler/server-entry.ts';
import { readServers } from '../../db/queries/pages.ts';
import { serversByTarget } from '../../db/queries/targets.ts';
import type { OpenStore } from '../store.ts';
import { type Inspect, listedAs, notInspected } from './inspect.ts';
import { launchTarget } from './launch-target.ts';

/** Looks a configured server up in the catalog, by its package or address; starts and reaches nothing. */
export function inspectCatalog({ db }: OpenStore): Inspect {
  return async (configured) => {
    const target = launchTarget(configured);
    const [id] = await serversByTarget(db, target);
    if (id === undefined)
      return notInspected(`the catalog does not know ${described(target)}`, 'catalog');
    const [record] = await readServers(db, [id], classifierVersion);
    const { server, tools } = record ?? {};
    if (!server?.lastListedAt || !tools) {
      return notInspected('the catalog knows it, but not its tools', 'catalog');
    }
    const detail = `${listedAs(server.provenance, server.lastListedAt)}; yours may be another version`;
    return {
      inspection: { kind: 'listed', detail, source: 'catalog' },
      tools: tools.filter(({ current }) => current).map(({ definition }) => definition),
      ...(server.instructions === null ? {} : { instructions: server.instructions }),
      ...(server.provenance === null ? {} : { provenance: server.provenance }),
    };
  };
}

/** Never an address itself: it may hold a credential. */
function described(target: Target): string {
  if (target.type === 'command') return 'a command of your own';
  if ('url' in target) return 'a server at this address';
  if (target.type === 'mcpb') return 'this bundle';
  return `the ${target.type} package ${target.identifier}`;
}
