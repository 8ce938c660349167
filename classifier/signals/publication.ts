import { nameHas, speaksOf } from '../acts.ts';
import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const changes = new Set<string | undefined>(['create', 'update']);
/** Machines read these. */
const buses = new Set(
  'mqtt ros kafka queue rabbitmq redis pubsub sns sqs nats amqp payload exchange'.split(' '),
);
/** A forced push is judged by what it drops. */
const forced = new Set(['force', 'forced']);
/** What goes live without being read by people. */
const inward = /^(?:workflows?|actions?|mocks?|devices?|schema|perms|permissions|images?)$/;

export const publication: Signal = {
  id: 'publication',
  title: 'Publishes, merges or pushes',
  why: 'Others see the effect at once.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: { verbs: ['publish'] },
  find: (text) => {
    const { reading } = text;
    if (speaksOf(reading, buses)) return [];
    return actsOf(reading, 'publish')
      .filter(
        (act) =>
          (act === reading.main &&
            !/^un/.test(act.word) &&
            !inward.test(act.object) &&
            !nameHas(reading, forced)) ||
          (act.passage.kind === 'enum' && /^publish/.test(act.word)) ||
          (act !== reading.main && /^publish/.test(act.word) && changes.has(reading.main?.verb)),
      )
      .map((act) => quoteAct('publication', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'create_item_live', description: 'Create and publish new items.' },
        quote: 'publish new items',
      },
      { tool: { name: 'publish_asset' }, quote: 'publish_asset' },
    ],
    silent: [{ name: 'list_published' }, { name: 'release_device' }],
  },
};
