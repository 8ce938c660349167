import { lookup, Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { devNull } from 'node:os';
import { connect as connectTls } from 'node:tls';

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<string[]>;

export interface DialRequest {
  /** IP address, already judged. */
  address: string;
  port: number;
  /** The host of the URL when TLS is to be spoken; its certificate is checked against it. */
  servername?: string;
  signal: AbortSignal;
}

/** Opens a connection to exactly this address and resolves when it is ready. */
export type Dial = (request: DialRequest) => Promise<Socket>;

/**
 * Asks the name servers, and for a name they do not know the hosts file. Not the system first: its
 * resolver blocks one of a few threads for as long as a dead name takes.
 *
 * @param servers addresses with port of name servers, instead of those of this machine
 */
export function createResolve(servers?: string[]): Resolve {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return async (hostname) => {
    const answers = await Promise.allSettled([
      resolver.resolve4(hostname),
      resolver.resolve6(hostname),
    ]);
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (found.length > 0) return found;
    const failure = answers.find((answer) => answer.status === 'rejected');
    if (failure?.reason.code === 'ETIMEOUT') throw failure.reason;
    try {
      const known = await lookup(hostname, { all: true, verbatim: true });
      return known.map(({ address }) => address);
    } catch (error) {
      // Without a descriptor the system says of every name that it does not exist; this says `EMFILE`.
      closeSync(openSync(devNull, 'r'));
      throw error;
    }
  };
}

/** `ca`: PEM certificates trusted instead of the usual ones. */
export async function dialAddress(
  { address, port, servername, signal }: DialRequest,
  ca?: string,
): Promise<Socket> {
  const tcp = connectTcp({ host: address, port, noDelay: true });
  try {
    await once(tcp, 'connect', { signal });
    if (servername === undefined) return tcp;
    const tls = connectTls({
      socket: tcp,
      // RFC 6066: an address is no server name; its certificate is checked all the same.
      ...(isIP(servername) ? { host: servername } : { servername }),
      ALPNProtocols: ['http/1.1'],
      ...(ca === undefined ? {} : { ca }),
    });
    await once(tls, 'secureConnect', { signal });
    return tls;
  } catch (error) {
    tcp.destroy();
    throw error;
  }
}
