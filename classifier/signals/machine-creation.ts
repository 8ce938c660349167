import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const makes = /^(?:create|launch|provision|spawn|deploy|resize|rebuild|clone|boot)s?$/;
const machines = /^(?:droplets?|vms?|ec2|vps|clusters?|nodepools?|hypervisors?|microvms?)$/;
/** Keywords and points make clusters too. */
const computing =
  /\b(?:kubernetes|k8s|[ek]ks|gke|aks|ecs|emr|nodes?|kafka|redis|valkey|spark|hadoop|databases?|postgres\w*|mysql|mongo\w*|atlas|cockroach\w*|elastic\w*|opensearch|clickhouse|cloud|compute|regions?|machines?|servers?|instances?|containers?|docker|swarm|proxmox|ray|slurm|databricks|provision\w*)\b/i;

export const machineCreation: Signal = {
  id: 'machine-creation',
  title: 'Sets up a machine or a cluster',
  why: 'A machine costs money while it runs and opens a place where code can run.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { isRead: false, words: [...wordsOf(machines)] },
  find: ({ reading, nameWords, description, parameters }) => {
    const act = reading.nameAct;
    if (act === undefined || !makes.test(act.word) || !machines.test(act.object)) return [];
    const said = [...nameWords.map(({ text }) => text), description?.clean ?? 'machine'];
    return !act.object.startsWith('cluster') ||
      said.some((text) => computing.test(text)) ||
      parameters.some(({ words }) => words.some(({ text }) => computing.test(text)))
      ? [quoteAct('machine-creation', act)]
      : [];
  },
  falsePositives: ['a cluster of servers in a diagram'],
  examples: {
    fires: [
      { tool: { name: 'create_droplet' }, quote: 'create_droplet' },
      {
        tool: { name: 'create_cluster', description: 'Creates a Kubernetes cluster.' },
        quote: 'create_cluster',
      },
    ],
    silent: [
      { name: 'list_vms' },
      { name: 'create_server_entry' },
      { name: 'create_cluster', description: 'Groups keywords into a cluster.' },
    ],
  },
};
