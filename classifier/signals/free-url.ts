import { parametersOf, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const contacted =
  /^(?:urls?|uri|website|page_?url|target_?url|.*base_?url|start_?url|site_?url|remote_?url|file_?url|image_?urls?|video_?url|audio_?url|source_?url|segment_?url|endpoint_?url|repo_?url|feed_?url|rss_?url|server_?url|proxy_?url|download_?url)$/i;
const bound = /\bvalid (?:[\w.]+ ){1,4}url\b/i;
const storing = /^(?:update|edit|set|patch|delete|remove|submit|record|records|feedback|find)$/;

export const freeUrl: Signal = {
  id: 'free-url',
  title: 'Takes an address that it contacts',
  why: 'Whatever the URL carries reaches a host that the caller chooses.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  find: (text) => {
    const { reading } = text;
    if (reading.main !== undefined && storing.test(reading.main.word)) return [];
    return parametersOf(reading, 'url')
      .filter(
        ({ parameter }) =>
          parameter.depth <= 1 &&
          contacted.test(parameter.name.clean) &&
          !bound.test(parameter.text?.clean ?? '') &&
          !bound.test(text.description?.clean ?? ''),
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
    ],
  },
};
