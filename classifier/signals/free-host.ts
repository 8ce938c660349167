import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const freeHost: Signal = {
  id: 'free-host',
  title: 'Takes the host or base address of the server it talks to',
  why: 'Credentials and data of the call go to the host that the caller names.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  find: (text) => {
    const { reading } = text;
    return ownParameters(reading, 'host')
      .filter(({ parameter }) =>
        /^(?:host|proxy|remote_?host|target_?host|proxy_?url|hostname)$/i.test(
          parameter.name.clean,
        ),
      )
      .slice(0, 1)
      .filter(
        () =>
          reading.main !== undefined &&
          /^(?:connect|connects|set|configure|ping|fetch|send|request|test|open|login)$/.test(
            reading.main.word,
          ),
      )
      .map((parameter) => quoteParameter('free-host', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'connect', inputSchema: { properties: { host: { type: 'string' } } } },
        quote: 'host',
      },
    ],
    silent: [{ name: 'mute_host', inputSchema: { properties: { host: { type: 'string' } } } }],
  },
};
