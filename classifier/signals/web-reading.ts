import { isRead, nameHas, readActs, speaksOf } from '../acts.ts';
import { hasKind, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const web = new Set([
  'web',
  'website',
  'webpage',
  'webpages',
  'websites',
  'internet',
  'url',
  'urls',
  'scrape',
  'scrapes',
  'scraping',
  'crawl',
  'crawls',
  'serp',
  'perplexity',
  'duckduckgo',
  'news',
  'headline',
  'headlines',
  'rss',
  'reddit',
  'youtube',
  'twitter',
  'tiktok',
  'instagram',
  'facebook',
  'wikipedia',
  'arxiv',
  'linkedin',
  'amazon',
  'ebay',
  'yelp',
  '网页',
  '网站',
  'tripadvisor',
  'hackernews',
  'reviews',
  'podcast',
  'readme',
  'readmes',
  'papers',
  'blog',
  'blogs',
  'forum',
]);

/** What the browser of the user saw. */
const seen = new Set(['network', 'console']);
/** Numbers about a page, not its text. */
const measured = new Set(
  `performance score scores metrics budget vitals lighthouse pagespeed lcp audit audits rank ranking rankings keyword keywords backlinks traffic
   authority uptime ssl certificate whois availability compatibility accessibility sitemap robots redirects headers`.split(
    /\s+/,
  ),
);

/** An address that is returned says nothing of what stands there. */
const addresses = /^(?:sitemaps?|urls?|uri|links?|hyperlinks?|domains?|sites?)$/;
const fetches = /^(?:fetch|fetches|scrapes?|crawls?|reads?|opens?|visits?|extracts?)$/;

export const webReading: Signal = {
  id: 'web-reading',
  title: 'Reads or searches the web',
  why: 'Pages of strangers come back as text.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'read',
    risk: 'low',
    capability: 'ingests-untrusted',
    denies: ['reads-private-data'],
  },
  where: { isRead: true, words: [...web], nouns: ['web'] },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading) || nameHas(reading, seen) || nameHas(reading, measured)) return [];
    return readActs(reading)
      .filter(
        (act) =>
          (hasKind(act.kinds, 'web') &&
            act.verb !== 'compute' &&
            !(addresses.test(act.object) && !fetches.test(act.word))) ||
          speaksOf(reading, web),
      )
      .slice(0, 1)
      .map((act) => quoteAct('web-reading', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'web_search' }, quote: 'web_search' },
      {
        tool: { name: 'fetch', description: 'Fetches a URL and returns its content.' },
        quote: 'fetch',
      },
    ],
    silent: [{ name: 'search_emails' }, { name: 'search_domains' }],
  },
};
