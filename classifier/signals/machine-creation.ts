import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const makes = /^(?:create|launch|provision|spawn|deploy|resize|rebuild|clone|boot)s?$/;
const machines = /^(?:droplets?|vms?|ec2|vps|clusters?|nodepools?|hypervisors?|microvms?)$/;

export const machineCreation: Signal = {
  id: 'machine-creation',
  title: 'Sets up a machine or a cluster',
  why: 'A machine costs money while it runs and opens a place where code can run.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { isRead: false, words: [...wordsOf(machines)] },
  find: ({ reading }) => {
    const act = reading.nameAct;
    return act !== undefined && makes.test(act.word) && machines.test(act.object)
      ? [quoteAct('machine-creation', act)]
      : [];
  },
  falsePositives: ['a cluster of points'],
  examples: {
    fires: [{ tool: { name: 'create_droplet' }, quote: 'create_droplet' }],
    silent: [{ name: 'list_vms' }, { name: 'create_server_entry' }],
  },
};
