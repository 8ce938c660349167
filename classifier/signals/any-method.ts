import { quoteStated } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const limited = String.raw`(?!get\b|gets\b|read\b|read-only\b|public\b|query\b|queries\b)`;
const called = new RegExp(
  [
    String.raw`\b(?:call|execute|invoke|send|make|issue|perform)s? (?:(?:an?|the|requests?|to) ){0,3}(?:any|every|arbitrary)`,
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
      { name: 'check', description: 'Must be used before you call any other tool.' },
    ],
  },
};
