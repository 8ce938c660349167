import { deletions, speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const systems =
  /^(?:pods?|containers?|services?|applications?|deployments?|instances?|vms?|machines?|servers?|clusters?|stacks?|mysql|postgres|redis|droplets?|nodes?|functions?|endpoints?|queues?|compose)$/;

/** Other nodes are of a drawing or a graph. */
const machines = new Set(['cluster', 'kubernetes', 'server', 'pool', 'machine', 'infrastructure']);

export const systemRemoval: Signal = {
  id: 'system-removal',
  title: 'Removes a running system',
  why: 'A deleted pod, service or application stops running.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'controls-systems' },
  where: { verbs: ['delete'] },
  find: (text) => {
    const { reading } = text;
    return deletions(reading)
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          systems.test(act.object) &&
          (!/^nodes?$/.test(act.object) || speaksOf(reading, machines)),
      )
      .slice(0, 2)
      .map((act) => quoteAct('system-removal', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'delete_pod' }, quote: 'delete_pod' }],
    silent: [
      { name: 'delete_node', description: 'Delete a node of the drawing.' },
      { name: 'delete_message' },
    ],
  },
};
