import { nameHas, speaksOf } from '../acts.ts';
import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const systems =
  /^(?:deployments?|services?|pods?|containers?|instances?|servers?|clusters?|vms?|machines?|endpoints?|functions?|lambdas?|pipelines?|jobs?|queues?|devices?|applications?|environments?|env|configurations?|config|droplets?|nodes?|automations?|schedules?|cron|triggers?|dns|proxy|firewall|loadbalancer|mysql|postgres|redis|stack|compose|simulators?|emulators?|hosts?|workers?|thermostats?|lights?|lamps?|locks?|curtains?|blinds|valves?|sensors?|cameras?|speakers?|printers?|fans?|heaters?|garage|doors?|workflows?|plugins?|covers?|humidifiers?)$/;

/** Functions of a program, not of a cloud. */
const coded = new Set([
  'program',
  'ghidra',
  'ida',
  'binary',
  'source',
  'class',
  'symbol',
  'method',
]);

/** A value in a store is no setting of it. */
const keyed = new Set(['key', 'keys', 'value', 'values']);

/** A feature flag switches what runs. */
const released = new Set(['feature', 'features', 'rollout', 'release', 'toggle']);

/** Nodes and instances of a drawing, a scene or a list. */
const drawn = new Set([
  'figma',
  'text',
  'color',
  'fill',
  'scene',
  'frame',
  'component',
  'canvas',
  'diagram',
  'graph',
  'layer',
  'list',
  'godot',
  'knowledge',
  'design',
  'variation',
  'overrides',
  'property',
  'properties',
]);

export const systemChange: Signal = {
  id: 'system-change',
  title: 'Creates or changes infrastructure or its configuration',
  why: 'A changed deployment, service, environment or rule acts on what runs.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { verbs: ['create', 'update', 'overwrite'] },
  find: (text) => {
    const { reading } = text;
    const values = speaksOf(reading, keyed);
    return actsOf(reading, 'create', 'update', 'overwrite')
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          !(
            /^functions?$/.test(act.object) &&
            (act.word === 'rename' || speaksOf(reading, coded))
          ) &&
          !(values && /^(?:mysql|postgres|redis)$/.test(act.object)) &&
          (systems.test(act.object) ||
            (/^flags?$/.test(act.object) && nameHas(reading, released))) &&
          !(
            /^(?:nodes?|instances?|config|configurations?)$/.test(act.object) &&
            speaksOf(reading, drawn)
          ) &&
          !(act.word.startsWith('creat') && /^environments?$/.test(act.object)),
      )
      .map((act) => quoteAct('system-change', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'update_deployment' }, quote: 'update_deployment' }],
    silent: [
      { name: 'update_node', description: 'Update a node of the scene.' },
      { name: 'get_deployment' },
      { name: 'create_task' },
    ],
  },
};
