import { GuardError } from './guard-error.ts';

/** Says in our words what stopped a request; the reason of an aborted signal stays what it is. */
export function asGuardError(
  error: unknown,
  signal: AbortSignal,
  limits: { idleMs: number; totalBytes: number },
): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof GuardError || !(error instanceof Error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return new GuardError('time', `silent for ${limits.idleMs / 1000} s`, { cause: error });
    case 'UND_ERR_HEADERS_OVERFLOW':
      return new GuardError('size', 'headers that are too large', { cause: error });
    case 'UND_ERR_RES_EXCEEDED_MAX_SIZE':
      return new GuardError('size', `sent more than ${limits.totalBytes} bytes`, { cause: error });
    case 'UND_ERR_SOCKET':
    case 'ECONNRESET':
    case 'EPIPE':
      return new GuardError('broken', 'the connection was cut off', { cause: error });
    case 'UND_ERR_INVALID_ARG':
      return error;
  }
  return new GuardError('broken', `no valid answer: ${message}`, { cause: error });
}
