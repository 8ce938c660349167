import { beginning, beginningLength, isRead, speaksOf } from '../acts.ts';
import { hasKind, ownParameters, quoteMatch } from '../evidence.ts';
import { findOnce } from '../find-once.ts';
import type { Signal } from '../signal.ts';

const status =
  /(?:^|[_.-])(?:ping|health|health_?check|version|help|echo|hello|capabilities|server_?info)(?:$|[_.-])|Health|Version$|Help$/;

/** A state of the tool's own service or index, where nothing of the user's is named. */
const stateOfService =
  /(?:^|[_.-])(?:(?:system|server|service|gateway|api|daemon|indexing|index|connection|connectivity|build|auth|login|setup|instance|cluster|mcp|proxy|bridge|plugin|extension)_?)?(?:status|build_?info|info|diagnostics)$/;
/** Words of a description that say so. */
const told =
  /\b(?:status|health|version|build information|connection|connectivity|whether|diagnostics?)\b/i;

/** Asks no more than whether something runs. */
const running =
  /\b(?:check|checks|see|verify|verifies|determines?|tests?) (?:if|whether|that) (?:an? |the |your )?(?:[\w.'-]+ ){0,3}?(?:servers?|services?|apps?|applications?|process(?:es)?|daemon|simulators?|emulators?|devices?|tools?|cli|binary|engine|container|docker|database|api|extension|plugin|connection|browser|instance) (?:is|are) (?:up|running|installed|available|reachable|online|alive|ready|connected)\b/i;

/** The health of a person. */
const personal = new Set([
  'user',
  "user's",
  'patient',
  'athlete',
  'my',
  'your',
  'wearable',
  'daily',
  'sleep',
  'heart',
  'medical',
]);

export const healthCheck: Signal = {
  id: 'health-check',
  title: 'Reports status, version or help',
  why: 'A health check or a manual holds nothing private.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['reads-private-data', 'ingests-untrusted'] },
  where: {
    words: [
      'ping',
      'health*',
      'version',
      'help',
      'echo',
      'hello',
      'capabilities',
      'serverinfo',
      'info',
      'buildinfo',
      'status',
      'diagnostics',
      'connection',
      'connections',
      'connectivity',
      'if',
      'whether',
      'that',
    ],
  },
  find: findOnce((text) => {
    const { reading } = text;
    if (!isRead(reading)) return [];
    const connected =
      reading.nameAct?.verb === 'compute' &&
      /^(?:connections?|connectivity)$/.test(reading.nameAct.object) &&
      /^(?:check|test|verify|validate)/.test(reading.nameAct.word);
    if (speaksOf(reading, personal)) return [];
    const asked =
      reading.main?.verb === 'compute'
        ? quoteMatch('health-check', text.description, running, beginningLength)
        : [];
    if (asked.length > 0) return asked;
    if (!connected && ownParameters(reading, 'id', 'ids').length > 0) return [];
    const { name } = text;
    const ofService =
      stateOfService.test(name.clean) &&
      reading.parameters.length <= 1 &&
      !hasKind(reading.nameKinds, 'business', 'people', 'mail', 'money') &&
      told.test(beginning(reading));
    return [name]
      .filter(() => ofService || connected || status.test(name.clean))
      .map((name) => ({ signal: 'health-check', pointer: name.pointer, quote: name.raw }));
  }),
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'get_version' }, quote: 'get_version' },
      {
        tool: { name: 'check_app', description: 'Check if an application is running' },
        quote: 'Check if an application is running',
      },
    ],
    silent: [
      { name: 'get_health_summary', description: 'Returns the health summary of the user.' },

      { name: 'get_user' },
      { name: 'get_order_status', inputSchema: { properties: { id: { type: 'string' } } } },
    ],
  },
};
