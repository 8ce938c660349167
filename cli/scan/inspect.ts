import type { ToolDefinition } from '../../classifier/definition.ts';
import { type CrawlContext, crawlServer } from '../../crawler/crawl.ts';
import type { CrawlOutcome, Provenance } from '../../crawler/outcome.ts';
import type { ServerEntry } from '../../crawler/server-entry.ts';
import type { ConfiguredServer } from '../../policy/client.ts';
import { plain } from '../terminal.ts';
import { launchTarget } from './launch-target.ts';
import type { Inspection } from './report.ts';
import { addressIsSecret, redact, secretsOf } from './secrets.ts';

/** What a look at one configured server gave. */
export interface Inspected {
  inspection: Inspection;
  tools: ToolDefinition[];
  instructions?: string;
  /** Which code answered, where a package was run. */
  provenance?: Provenance;
}

/** How servers are looked at: by starting or reaching them, or in the catalog. */
export type Inspect = (server: ConfiguredServer) => Promise<Inspected>;

/** A server that was not looked at, and why. */
export function notInspected(detail: string, source: Inspection['source'] = 'live'): Inspected {
  return { inspection: { kind: 'skipped', detail, source }, tools: [] };
}

/**
 * Starts or reaches a configured server and lists its tools. It gets stand-ins for every credential of the
 * configuration; an address that holds a credential is not reached. What several clients configure alike is started once.
 */
export function inspectLive(context: CrawlContext): Inspect {
  const crawls = new Map<string, Promise<CrawlOutcome>>();
  const crawl = (server: ConfiguredServer) => {
    const target = launchTarget(server);
    const key = JSON.stringify(target);
    const entry: ServerEntry = {
      id: `user/${server.alias}`,
      registry: 'user',
      status: 'active',
      targets: [target],
    };
    // The user's own client talks to this server whatever robots.txt says.
    const started = crawls.get(key) ?? crawlServer(entry, { ...context, obeyRobots: false });
    crawls.set(key, started);
    return started;
  };
  return async (server) => {
    const secrets = secretsOf(server);
    if (addressIsSecret(server)) {
      return notInspected('its address holds a credential, which is not sent');
    }
    const outcome = await crawl(server);
    const say = (text: string) => redact(plain(text), secrets);
    const inspected = (kind: Inspection['kind'], detail: string): Inspected => ({
      inspection: { kind, detail: say(detail), source: 'live' },
      tools: [],
    });
    switch (outcome.kind) {
      case 'listed': {
        const { inspection } = inspected('listed', listedAs(outcome.provenance, outcome.at));
        return {
          inspection: { ...inspection, malformed: outcome.malformed },
          tools: outcome.tools,
          ...(outcome.instructions === undefined ? {} : { instructions: outcome.instructions }),
          ...(outcome.provenance === undefined ? {} : { provenance: outcome.provenance }),
        };
      }
      case 'auth-required':
        return inspected('auth-required', outcome.how);
      case 'failed':
        return inspected('failed', `${outcome.step}: ${outcome.message}`);
      case 'skipped':
        return inspected('skipped', outcome.reason);
    }
  };
}

/** `package@version, listed 2026-11-02`. */
export function listedAs(
  provenance: { package?: string; version?: string } | null | undefined,
  at: string,
): string {
  const what = provenance?.package ? `${provenance.package}@${provenance.version ?? '?'}, ` : '';
  return `${what}listed ${at.slice(0, 10)}`;
}
