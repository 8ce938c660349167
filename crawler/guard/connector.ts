import { isIP, type Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { type AddressKind, judgeAddress } from './address.ts';
import { withDeadline } from './deadline.ts';
import type { Dial, Resolve } from './dialler.ts';
import { GuardError } from './guard-error.ts';
import type { GuardLimits } from './guard-limits.ts';

/** The addresses one visit has checked. Connections go to these and nowhere else. */
export interface CheckedHosts {
  /**
   * Resolves a host once for the whole visit, so that a name cannot point elsewhere after the check.
   * @throws {GuardError} `refused` when any of its addresses is not allowed, `resolve`
   */
  check(host: string, allowPrivate: boolean): Promise<AddressKind>;
  addressesOf(host: string): string[];
}

interface Checked {
  addresses: string[];
  kind: AddressKind;
}

export function createCheckedHosts(
  resolve: Resolve,
  resolveMs: number,
  closed: AbortSignal,
): CheckedHosts {
  const hosts = new Map<string, Checked>();

  async function read(host: string): Promise<Checked> {
    const known = hosts.get(host);
    if (known) return known;
    const addresses = isIP(host) ? [host] : await resolveWith(resolve, host, resolveMs, closed);
    const kinds = addresses.map(judgeAddress);
    const kind = (['forbidden', 'private'] as const).find((worst) => kinds.includes(worst));
    const checked: Checked = { addresses, kind: kind ?? 'public' };
    hosts.set(host, checked);
    return checked;
  }

  async function check(host: string, allowPrivate: boolean): Promise<AddressKind> {
    const { kind } = await read(host);
    if (kind === 'public' || (kind === 'private' && allowPrivate)) return kind;
    throw new GuardError(
      'refused',
      kind === 'private' ? 'a private address' : 'a reserved address',
    );
  }

  return { check, addressesOf: (host) => hosts.get(host)?.addresses ?? [] };
}

async function resolveWith(
  resolve: Resolve,
  host: string,
  resolveMs: number,
  closed: AbortSignal,
): Promise<string[]> {
  const tooLate = () => new GuardError('resolve', `no address within ${resolveMs / 1000} s`);
  try {
    const addresses = await withDeadline(resolveMs, tooLate, closed, () => resolve(host));
    if (addresses.length === 0) throw new GuardError('resolve', 'the host name has no address');
    return addresses;
  } catch (error) {
    if (closed.aborted) throw closed.reason;
    if (error instanceof GuardError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const message = code === 'ENOTFOUND' ? 'the host name does not exist' : `no address: ${code}`;
    throw new GuardError('resolve', message, { cause: error });
  }
}

/** Connects undici to the checked addresses of a host, one after the other. */
export function createConnector(
  hosts: CheckedHosts,
  dial: Dial,
  limits: GuardLimits,
  closed: AbortSignal,
): buildConnector.connector {
  const tooLate = () =>
    new GuardError('connect', `no connection within ${limits.connectMs / 1000} s`);

  async function connect({ hostname, port, protocol }: buildConnector.Options): Promise<Socket> {
    const host = hostname.replace(/^\[|\]$/g, '');
    const secure = protocol === 'https:';
    let failure: unknown;
    for (const address of hosts.addressesOf(host).slice(0, limits.addresses)) {
      try {
        const socket = await withDeadline(limits.connectMs, tooLate, closed, (signal) =>
          dial({
            address,
            port: Number(port || (secure ? 443 : 80)),
            ...(secure ? { servername: host } : {}),
            signal,
          }),
        );
        // Between here and undici's own listener an error must not end the process.
        socket.on('error', () => {});
        return socket;
      } catch (error) {
        if (closed.aborted) throw closed.reason;
        failure = error;
      }
    }
    throw connectFailed(failure);
  }

  return (options, callback) => {
    connect(options).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

const tlsCode =
  /^(ERR_TLS|ERR_SSL|CERT_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/;

function connectFailed(error: unknown): GuardError {
  if (error instanceof GuardError) return error;
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? 'no address';
  if (tlsCode.test(code)) {
    return new GuardError('tls', `the TLS handshake failed: ${code}`, { cause: error });
  }
  return new GuardError('connect', `no connection: ${code}`, { cause: error });
}
