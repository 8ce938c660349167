import { parametersOf, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const secretOption: Signal = {
  id: 'secret-option',
  title: 'Can be told to reveal secrets',
  why: 'An option to reveal or decrypt returns credentials.',
  status: 'stable',
  strength: 'strong',
  suggests: { risk: 'high', capability: 'reads-secrets' },
  where: { parameters: ['reveal'] },
  find: (text) => {
    const { reading } = text;
    return parametersOf(reading, 'reveal').map((parameter) =>
      quoteParameter('secret-option', parameter),
    );
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'get_service', inputSchema: { properties: { reveal: { type: 'boolean' } } } },
        quote: 'reveal',
      },
    ],
    silent: [{ name: 'get_service', inputSchema: { properties: { id: { type: 'string' } } } }],
  },
};
