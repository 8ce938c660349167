import { isIP, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { buildConnector } from 'undici';
import { type AddressKind, judgeAddress } from './address.ts';
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

export function createCheckedHosts(resolve: Resolve, resolveMs: number): CheckedHosts {
  const hosts = new Map<string, Checked>();

  async function read(host: string): Promise<Checked> {
    const known = hosts.get(host);
    if (known) return known;
    const addresses = isIP(host) ? [host] : await resolveWith(resolve, host, resolveMs);
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

async function resolveWith(resolve: Resolve, host: string, resolveMs: number): Promise<string[]> {
  const answered = new AbortController();
  const silence = sleep(resolveMs, undefined, { signal: answered.signal }).then(() => {
    throw new GuardError('resolve', `no address within ${resolveMs / 1000} s`);
  });
  try {
    const addresses = await Promise.race([resolve(host), silence]);
    if (addresses.length === 0) throw new GuardError('resolve', 'the host name has no address');
    return addresses;
  } catch (error) {
    if (error instanceof GuardError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const message = code === 'ENOTFOUND' ? 'the host name does not exist' : `no address: ${code}`;
    throw new GuardError('resolve', message, { cause: error });
  } finally {
    silence.catch(() => {});
    answered.abort();
  }
}

/** Connects undici to the checked addresses of a host, one after the other. */
export function createConnector(
  hosts: CheckedHosts,
  dial: Dial,
  limits: GuardLimits,
  closed: AbortSignal,
): buildConnector.connector {
  async function connect({ hostname, port, protocol }: buildConnector.Options): Promise<Socket> {
    const host = hostname.replace(/^\[|\]$/g, '');
    const secure = protocol === 'https:';
    let failure: unknown;
    for (const address of hosts.addressesOf(host).slice(0, limits.addresses)) {
      closed.throwIfAborted();
      try {
        const socket = await dial({
          address,
          port: Number(port || (secure ? 443 : 80)),
          ...(secure ? { servername: host } : {}),
          signal: AbortSignal.any([closed, AbortSignal.timeout(limits.connectMs)]),
        });
        // Between here and undici's own listener an error must not end the process.
        socket.on('error', () => {});
        return socket;
      } catch (error) {
        failure = error;
      }
    }
    throw connectFailed(failure, limits);
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

function connectFailed(error: unknown, limits: GuardLimits): GuardError {
  const { code, name } = (error ?? {}) as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || (error as Error | undefined)?.name === 'AbortError') {
    const message = `no connection within ${limits.connectMs / 1000} s`;
    return new GuardError('connect', message, { cause: error });
  }
  const fault = tlsCode.test(code ?? '') ? 'tls' : 'connect';
  const what = fault === 'tls' ? 'the TLS handshake failed' : 'no connection';
  return new GuardError(fault, `${what}: ${code ?? 'no address'}`, { cause: error });
}
