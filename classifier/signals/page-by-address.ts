import { isRead, nameHas } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import { findOnce } from '../find-once.ts';
import { mentions } from '../lexicon/products.ts';
import type { Signal } from '../signal.ts';

const addressed =
  /^(?:urls?|website(?:_?url)?|(?:web)?page_?url|(?:target|start)_?url|domains?|hostname)$/i;
/** What lies behind a sign-in. */
const kept = new Set(
  `browser tab session workspace project account issue ticket repository repo file document drive board record deployment
   monitor app internal analytics property properties submitted webhook task user server instance my your screen network console cluster connection`.split(
    /\s+/,
  ),
);

export const pageByAddress: Signal = {
  id: 'page-by-address',
  title: 'Looks at a public page or domain by its address',
  why: 'What anyone reaches by an address is open; what comes back is about that page.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['reads-private-data'] },
  where: { isRead: true, parameters: ['url', 'host'] },
  find: findOnce((text) => {
    const { reading } = text;
    if (!isRead(reading) || nameHas(reading, kept) || mentions(text).owned !== undefined) return [];
    if (reading.clause.some((word) => kept.has(word.text))) return [];
    return ownParameters(reading, 'url', 'host')
      .filter(({ parameter }) => addressed.test(parameter.name.clean))
      .slice(0, 1)
      .map((parameter) => quoteParameter('page-by-address', parameter));
  }),
  falsePositives: ['An address of a page that only the signed-in user reaches.'],
  examples: {
    fires: [
      {
        tool: { name: 'audit_seo', inputSchema: { properties: { url: { type: 'string' } } } },
        quote: 'url',
      },
    ],
    silent: [
      {
        name: 'get_issue',
        description: 'Get an issue by its address.',
        inputSchema: { properties: { url: { type: 'string' } } },
      },
      { name: 'post_page', inputSchema: { properties: { url: { type: 'string' } } } },
    ],
  },
};
