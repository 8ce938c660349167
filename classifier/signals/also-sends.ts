import { quoteStated } from '../evidence.ts';
import { asideOf } from '../reading/aside.ts';
import type { Signal } from '../signal.ts';

const sent = '(?:sends|posts) (?:it|them|an? (?:e-?mail|message|notification|invit\\w+|sms))';
const added = asideOf(
  `e-?mails|publishes|tweets|notifies|${sent}`,
  'e-?mailed|published|tweeted|notified',
);

export const alsoSends: Signal = {
  id: 'also-sends',
  title: 'Says beside its purpose that it sends or publishes',
  why: 'What a later sentence adds happens with the same call, and what people got cannot be taken back.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: {
    words:
      'emails mails publishes tweets notifies sends posts emailed mailed published tweeted notified'.split(
        ' ',
      ),
  },
  find: ({ description }) => quoteStated('also-sends', description, added),
  falsePositives: ['A message to the caller itself.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'get_report',
          description: 'Returns the report. This also emails the report to all customers.',
        },
        quote: 'also emails',
      },
      {
        tool: { name: 'get_page', description: 'Gets a page. It publishes the page.' },
        quote: '. It publishes',
      },
    ],
    silent: [
      { name: 'get_report', description: 'Returns the report. It never emails it.' },
      { name: 'list_emails', description: 'Lists emails. Also posts are listed.' },
    ],
  },
};
