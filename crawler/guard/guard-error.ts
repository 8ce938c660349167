/**
 * What stopped a request: `refused` (an URL or address we never go to) and `unwelcome` (robots.txt,
 * opt-out) are ours, `wait` is a host that asked for time or has no place for us, the rest are faults of the host or network.
 */
export type GuardFault =
  | 'refused'
  | 'unwelcome'
  | 'redirect'
  | 'resolve'
  | 'connect'
  | 'tls'
  | 'size'
  | 'time'
  | 'wait'
  | 'broken';

/** A fact about the outside: no answer, or none that may be read. */
export class GuardError extends Error {
  override name = 'GuardError';
  readonly fault: GuardFault;
  /** When the host may be asked again, and which one it is: a redirect leads to others. */
  readonly retryAt: Date | undefined;
  readonly retryHost: string | undefined;

  constructor(
    fault: GuardFault,
    message: string,
    options: ErrorOptions & { retryAt?: Date; retryHost?: string } = {},
  ) {
    super(message, options);
    this.fault = fault;
    this.retryAt = options.retryAt;
    this.retryHost = options.retryHost;
  }
}
