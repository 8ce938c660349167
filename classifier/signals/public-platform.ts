import { isRead, nameHas, speaksOf } from '../acts.ts';
import { findOnce } from '../find-once.ts';
import { mentions } from '../lexicon/products.ts';
import type { Signal } from '../signal.ts';
import type { Passage } from '../text.ts';
import { quoteRaw } from '../unicode.ts';

/** What belongs to whoever signed in, or to two people who write to each other. */
const own = new Set(
  `my your me own authenticated account accounts dm dms inbox message messages draft drafts notification notifications
   bookmarks home analytics insights revenue earnings watchlist library saved private mentions token permission
   permissions customer business ads ad campaign campaigns`.split(/\s+/),
);

/** What a seller keeps on a market, where the name says so: `ebay_get_return_preferences`. */
const sold = new Set(
  `preferences policy policies fulfillment seller inventory offer offers payout payouts transaction transactions order
   orders returns dispute disputes payment payments checkout`.split(/\s+/),
);

export const publicPlatform: Signal = {
  id: 'public-platform',
  title: 'Returns what stands on a public platform',
  why: 'Posts, profiles and videos of a public platform are open to everyone, and strangers wrote them.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'read',
    risk: 'low',
    capability: 'ingests-untrusted',
    denies: ['reads-private-data'],
  },
  where: { isRead: true },
  find: findOnce((text) => {
    const { reading } = text;
    const found = mentions(text).platform;
    if (found === undefined || !isRead(reading)) return [];
    if (speaksOf(reading, own) || nameHas(reading, sold)) return [];
    const passage = found.inName ? text.name : (text.description as Passage);
    return [
      {
        signal: 'public-platform',
        pointer: passage.pointer,
        quote: quoteRaw(passage, found.word.start, found.word.end),
      },
    ];
  }),
  falsePositives: ['A platform that is named only because the sign-in goes through it.'],
  examples: {
    fires: [
      {
        tool: { name: 'get_user', description: 'Get a Hacker News or Bluesky profile.' },
        quote: 'Bluesky',
      },
      { tool: { name: 'tiktok_get_video' }, quote: 'tiktok' },
    ],
    silent: [
      { name: 'twitter_get_dms' },
      { name: 'get_weather' },
      { name: 'instagram_create_post' },
      { name: 'ebay_get_return_preferences', description: 'Get preferences of eBay returns' },
    ],
  },
};
