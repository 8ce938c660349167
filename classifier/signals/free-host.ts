import { ownParameters, quoteParameter } from '../evidence.ts';
import type { ReadParameter } from '../reading/parameter.ts';
import type { Signal } from '../signal.ts';

/** A connection string names the server and often its password. */
const connection = /connection_?(?:string|uri|url)$|^(?:database|db)_?ur[il]$|^dsn$/i;

export const freeHost: Signal = {
  id: 'free-host',
  title: 'Takes the host or base address of the server it talks to',
  why: 'Credentials and data of the call go to the host that the caller names.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  where: { parameters: ['host'] },
  find: (text) => {
    const { reading } = text;
    const strings = ownParameters(reading, 'host').filter(({ parameter }) =>
      connection.test(parameter.name.clean),
    );
    if (strings.length > 0) return [quoteParameter('free-host', strings[0] as ReadParameter)];
    return ownParameters(reading, 'host')
      .filter(({ parameter }) =>
        /^(?:hosts?|proxy|remote_?host|target_?host|proxy_?url|hostname|target_?ip|ip_?address|ip)$/i.test(
          parameter.name.clean,
        ),
      )
      .slice(0, 1)
      .filter(
        () =>
          reading.main !== undefined &&
          /^(?:connect|connects|set|configure|ping|fetch|send|request|test|open|login|scan|scans|traceroute|probe|nmap)$/.test(
            reading.main.word,
          ),
      )
      .map((parameter) => quoteParameter('free-host', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'list_tables',
          inputSchema: { properties: { connectionString: { type: 'string' } } },
        },
        quote: 'connectionString',
      },
      {
        tool: { name: 'connect', inputSchema: { properties: { host: { type: 'string' } } } },
        quote: 'host',
      },
    ],
    silent: [{ name: 'mute_host', inputSchema: { properties: { host: { type: 'string' } } } }],
  },
};
