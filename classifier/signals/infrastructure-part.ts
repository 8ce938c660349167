import { isRead, nameHas, speaksOf } from '../acts.ts';
import { actsOf, ownNamed, quoteAct, quoteParameter } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const parts =
  /^(?:routes?|tunnels?|prox(?:y|ies)|volumes?|namespaces?|workers?|load_?balancers?|firewalls?|subnets?|vpcs?|dns|zones?|variables?|env|environments?|gateways?|registr(?:y|ies)|charts?|releases?|sandbox(?:es)?|ports?|secrets?)$/;
const running =
  /\b(?:workers?|services?|deploy\w*|clusters?|kubernetes|helm|namespaces?|pods?|dns|hosting|server(?:less|s)?|sandbox(?:es)?|containers?|instances?|infrastructure|environment variables?|load balancers?|proxy)\b/i;

const nets = new Set(['dns', 'route', 'ingress', 'proxy', 'loadbalancer']);

/** A zone that is drawn on a map. */
const shapes = new Set(['polygon', 'geometry', 'buffer', 'distance']);

export const infrastructurePart: Signal = {
  id: 'infrastructure-part',
  title: 'Adds, changes or removes a part of what runs',
  why: 'Routes, domains, volumes, variables and manifests decide how services run.',
  status: 'stable',
  strength: 'strong',
  suggests: { risk: 'high', capability: 'controls-systems' },
  where: { isRead: false, words: [...wordsOf(parts), ...nets, 'manifest', 'manifests'] },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading) || speaksOf(reading, shapes)) return [];
    const [manifest] = ownNamed(reading, /^manifests?$/i);
    if (manifest !== undefined) return [quoteParameter('infrastructure-part', manifest)];
    const changed = actsOf(reading, 'create', 'update', 'delete', 'overwrite', 'access').filter(
      (act) => act.passage.kind !== 'enum' && (parts.test(act.object) || nameHas(reading, nets)),
    );
    if (changed.length === 0) return [];
    const about = text.description?.clean.slice(0, 200) ?? '';
    return running.test(about) || running.test(text.name.clean.replaceAll('_', ' '))
      ? changed.slice(0, 2).map((act) => quoteAct('infrastructure-part', act))
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'create_route', description: 'Creates a route to a service' },
        quote: 'create_route',
      },
      {
        tool: { name: 'kubectl_create', inputSchema: { properties: { manifest: {} } } },
        quote: 'manifest',
      },
    ],
    silent: [{ name: 'create_route', description: 'Plans a walk' }, { name: 'list_routes' }],
  },
};
