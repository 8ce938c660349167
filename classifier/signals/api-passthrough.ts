import { isRead, nameHas } from '../acts.ts';
import { ownNamed, ownParameters, quoteParameter } from '../evidence.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

/** How an endpoint is called is looked up. */
const described = new Set([
  'schema',
  'schemas',
  'docs',
  'spec',
  'definition',
  'example',
  'validate',
]);
const calls = new Set(['http', 'request', 'api', 'rest', 'curl', 'call', 'invoke']);

const apis = new Set(['api', 'rpc']);

/** A fetch that takes a body is no mere look. */
function isFetch(reading: Reading): boolean {
  return reading.main?.word === 'fetch' && ownNamed(reading, /^(?:body|payload)$/i).length > 0;
}

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
    if (isRead(reading) && nameHas(reading, described)) return [];
    // Where every call is a POST, the path says what is done.
    const isRemote =
      !isRead(reading) && nameHas(reading, apis) && ownParameters(reading, 'apipath').length > 0;
    const changing = isRemote ? /^(?:delete|post)$/i : /^delete$/i;
    const methods = ownParameters(reading, 'method').filter(
      ({ parameter }) =>
        parameter.values.some((value) => changing.test(value.clean)) ||
        (parameter.values.length === 0 && (nameHas(reading, calls) || isFetch(reading))),
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
          name: 'chat_api',
          inputSchema: {
            properties: { endpoint: { type: 'string' }, method: { enum: ['GET', 'POST'] } },
          },
        },
        quote: 'method',
      },
      {
        tool: {
          name: 'api_request',
          inputSchema: {
            properties: { method: { enum: ['GET', 'DELETE'] }, path: { type: 'string' } },
          },
        },
        quote: 'method',
      },
      {
        tool: {
          name: 'web_fetch',
          inputSchema: {
            properties: {
              url: { type: 'string' },
              method: { type: 'string' },
              body: { type: 'string' },
            },
          },
        },
        quote: 'method',
      },
    ],
    silent: [
      {
        name: 'search_api',
        inputSchema: {
          properties: { endpoint: { type: 'string' }, method: { enum: ['GET', 'POST'] } },
        },
      },
      {
        name: 'post_form',
        inputSchema: {
          properties: { method: { enum: ['GET', 'POST'] }, path: { type: 'string' } },
        },
      },
      {
        name: 'fetch',
        inputSchema: { properties: { method: { enum: ['GET', 'HEAD'] }, url: { type: 'string' } } },
      },
    ],
  },
};
