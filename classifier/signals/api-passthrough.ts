import { nameHas } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const calls = new Set(['http', 'request', 'api', 'rest', 'curl', 'call', 'invoke']);

export const apiPassthrough: Signal = {
  id: 'api-passthrough',
  title: 'Sends any HTTP method to an API',
  why: 'A free method beside a free path can delete as well as read.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high' },
  where: { parameters: ['method'] },
  find: (text) => {
    const { reading } = text;
    if (
      reading.main !== undefined &&
      /^(?:create|update|add|edit|save|generate|list|get)/.test(reading.main.word)
    )
      return [];
    const methods = ownParameters(reading, 'method').filter(
      ({ parameter }) =>
        parameter.values.some((value) => value.clean.toUpperCase() === 'DELETE') ||
        (parameter.values.length === 0 && nameHas(reading, calls)),
    );
    return ownParameters(reading, 'url', 'path', 'apipath').length > 0
      ? methods.map((parameter) => quoteParameter('api-passthrough', parameter))
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'api_request',
          inputSchema: {
            properties: { method: { enum: ['GET', 'DELETE'] }, path: { type: 'string' } },
          },
        },
        quote: 'method',
      },
    ],
    silent: [
      {
        name: 'fetch',
        inputSchema: { properties: { method: { enum: ['GET', 'HEAD'] }, url: { type: 'string' } } },
      },
    ],
  },
};
