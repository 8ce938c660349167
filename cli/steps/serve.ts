import type { Serving } from '../../site/serve.ts';

/** Goes on serving until the signal. */
export async function serveUntilAborted(serving: Serving, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await serving.close();
}
