import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const ends = /^(?:kill|kills|terminate|terminates|uninstall|uninstalls)$/;

export const processEnd: Signal = {
  id: 'process-end',
  title: 'Kills a process or terminates a machine',
  why: 'What runs is lost with its state.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high', capability: 'controls-systems' },
  where: { verbs: ['delete'] },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'delete')
      .filter(
        (act) =>
          ends.test(act.word) &&
          (act.passage.kind !== 'description' ||
            act === reading.main ||
            act === reading.clauseActs[0]),
      )
      .map((act) => quoteAct('process-end', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'kill_process' }, quote: 'kill_process' }],
    silent: [{ name: 'list_processes' }],
  },
};
