import { GuardError } from './guard-error.ts';

/** Says in our words what stopped a fetch; the reason of an aborted signal stays what it is. */
export function asGuardError(
  error: unknown,
  signal: AbortSignal,
  limits: { idleMs: number; totalBytes: number },
): unknown {
  if (signal.aborted) return signal.reason;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof GuardError) return cause;
    const known = ofCode((cause as NodeJS.ErrnoException).code, limits);
    if (known) return new GuardError(known.fault, known.message, { cause: error });
  }
  if (!isFetchError(error)) return error;
  const { cause } = error;
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new GuardError('broken', `no valid answer${why}`, { cause: error });
}

/** The words of the fetch standard's implementation for every network error. */
function isFetchError(error: unknown): error is TypeError {
  return error instanceof TypeError && ['fetch failed', 'terminated'].includes(error.message);
}

function ofCode(
  code: string | undefined,
  { idleMs, totalBytes }: { idleMs: number; totalBytes: number },
): Pick<GuardError, 'fault' | 'message'> | undefined {
  switch (code) {
    case undefined:
      return undefined;
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return { fault: 'time', message: `silent for ${idleMs / 1000} s` };
    case 'UND_ERR_HEADERS_OVERFLOW':
      return { fault: 'size', message: 'headers that are too large' };
    case 'UND_ERR_RES_EXCEEDED_MAX_SIZE':
      return { fault: 'size', message: `sent more than ${totalBytes} bytes` };
    case 'UND_ERR_SOCKET':
    case 'ECONNRESET':
    case 'EPIPE':
      return { fault: 'broken', message: 'the connection was cut off' };
  }
  if (/^(Z_|ERR__ERROR|ERR_BROTLI|ERR_ZSTD|ZSTD_)/.test(code)) {
    return { fault: 'broken', message: `no valid compression: ${code}` };
  }
  return undefined;
}
