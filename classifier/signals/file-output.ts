import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const fileOutput: Signal = {
  id: 'file-output',
  title: 'Can save its result to a path',
  why: 'An output path writes a file that the caller chooses.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium' },
  find: (text) => {
    const { reading } = text;
    return ownParameters(reading, 'output').map((parameter) =>
      quoteParameter('file-output', parameter),
    );
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'take_screenshot',
          inputSchema: { properties: { outputPath: { type: 'string' } } },
        },
        quote: 'outputPath',
      },
    ],
    silent: [{ name: 'take_screenshot' }],
  },
};
