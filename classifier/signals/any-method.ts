import { quoteStated } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** What says what the tool does, and not when to use it: "before you call any endpoint". */
const begins = String.raw`(?<=^|[.:;!?(\n—–-]\s?|\b(?:and|or|tool to|lets you|allows you to) )`;
const limited = String.raw`(?!other\b|gets?\b|read\b|read-only\b|public\b|query\b|queries\b)`;
const called = new RegExp(
  [
    `${begins}(?:call|execute|invoke|send|make|issue|perform)s? (?:(?:an?|the|requests?|to) ){0,3}(?:any|every|arbitrary)`,
    String.raw` (?:${limited}[\w'-]+ ){0,5}?(?:api|rpc|methods?|endpoints?|mutations?)\b`,
  ].join(''),
  'gi',
);

export const anyMethod: Signal = {
  id: 'any-method',
  title: 'Calls any method of an API',
  why: 'Whoever may call any method may call those that delete, pay or change access.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high' },
  where: { words: ['any', 'every', 'arbitrary'] },
  find: ({ description }) => quoteStated('any-method', description, called),
  falsePositives: ['An API that only reads and does not say so.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'chat_call_method',
          description: 'Validate and execute any current Bot API method.',
        },
        quote: 'execute any current Bot API',
      },
      {
        tool: { name: 'hs.request', description: 'Escape hatch: call any HubSpot endpoint.' },
        quote: 'call any HubSpot endpoint',
      },
    ],
    silent: [
      { name: 'build_request', description: 'Does not call any endpoint; returns the request.' },
      { name: 'get_data', description: 'Call any GET endpoint of the public API.' },
      {
        name: 'list_endpoints',
        description: 'Lists endpoints. Use this before you call any endpoint of the API.',
      },
      { name: 'log_in', description: 'Returns a token that is needed to call any method.' },
    ],
  },
};
