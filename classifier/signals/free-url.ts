import { beginning, isRead, speaksOf } from '../acts.ts';
import { parametersOf, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const contacted =
  /^(?:urls?|uri|website|(?:page|target|start|remote|source|segment|download|feed|rss|repo|image|video|audio)_?urls?)$/i;
const own = /(?:api|server|argocd|[a-z])_?base_?url$|^proxy_?url$/i;
const fetching =
  /^(?:fetch|fetches|scrape|scrapes|crawl|crawls|read|reads|download|downloads|extract|extracts|navigate|navigates|open|opens|go|load|loads|import|imports|screenshot|capture|request|clone|clones|submit|send|transcribe|convert|map|enumerate|start|render|visit|trigger|post|notify|summarize|curl)$/;
const performs = /^(?:perform|performs|make|makes)$/;
const asked = new Set(['request', 'requests', 'http', 'call', 'fetch']);
const web = new Set(['web', 'website', 'webpage', 'url', 'urls', 'page', 'internet', 'site']);
/** The parameter itself says that a page is looked at. */
const visited =
  /\b(?:web ?site|web ?page|page|site|url) (?:url )?to (?:analy[sz]e|audit|check|test|scan|crawl|scrape|fetch|capture|visit|open|load|read|download|extract|screenshot)\b/i;
const bound = /\bvalid (?:[\w.]+ ){1,4}url\b/i;
/** An address of one platform reaches no other host; not where it is only an example. */
const ofPlatform =
  /^(?!.*\b(?:any|e\.g\.|example|such as|or other)\b).*\b(?:youtube|vimeo|bilibili|tiktok|douyin|instagram|twitter|reddit|github|gitlab|figma|deepwiki|notion|loom)(?:\.com)? (?:video |post |repo |repository |file |page )?(?:url|link|repo)s?\b/i;

export const freeUrl: Signal = {
  id: 'free-url',
  title: 'Takes an address that it contacts',
  why: 'Whatever the URL carries reaches a host that the caller chooses.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  where: { parameters: ['url'] },
  find: (text) => {
    const { reading } = text;
    const { main } = reading;
    const fetches =
      main === undefined ||
      main.verb === 'interface' ||
      fetching.test(main.word) ||
      (performs.test(main.word) && speaksOf(reading, asked)) ||
      (isRead(reading) && main.verb !== 'list' && speaksOf(reading, web));
    return parametersOf(reading, 'url')
      .filter(
        ({ parameter }) =>
          parameter.depth <= 1 &&
          (own.test(parameter.name.clean) ||
            ((fetches || visited.test(parameter.text?.clean ?? '')) &&
              contacted.test(parameter.name.clean))) &&
          !bound.test(parameter.text?.clean ?? '') &&
          !bound.test(text.description?.clean ?? '') &&
          !ofPlatform.test(parameter.text?.clean ?? beginning(reading)),
      )
      .slice(0, 2)
      .map((parameter) => quoteParameter('free-url', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'fetch', inputSchema: { properties: { url: { type: 'string' } } } },
        quote: 'url',
      },
    ],
    silent: [
      { name: 'create_contact', inputSchema: { properties: { avatarUrl: { type: 'string' } } } },
      {
        name: 'get_product',
        description: 'Requires a valid shop product URL',
        inputSchema: { properties: { url: { type: 'string' } } },
      },
      {
        name: 'get_transcript',
        description: 'Extract the transcript of a YouTube video URL',
        inputSchema: { properties: { url: { type: 'string' } } },
      },
    ],
  },
};
