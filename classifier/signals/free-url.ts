import { actsOf, parametersOf, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const contacted =
  /^(?:urls?|uri|link|website|page_?url|target_?url|base_?url|start_?url|site_?url|endpoint|.*base_?url|remote_?url|file_?url|image_?url|video_?url|source_?url|segment_?url)$/i;

export const freeUrl: Signal = {
  id: 'free-url',
  title: 'Takes an address that it contacts',
  why: 'Whatever the URL carries reaches a host that the caller chooses.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  find: (text) => {
    const { reading } = text;
    const acts = actsOf(
      reading,
      'get',
      'search',
      'interface',
      'create',
      'send',
      'control',
      'compute',
    );
    return acts.length === 0 && reading.main !== undefined
      ? []
      : parametersOf(reading, 'url')
          .filter(({ parameter }) => contacted.test(parameter.name.clean))
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
    ],
  },
};
