import { serve } from '../../site/serve.ts';

/** Serves a folder on the loopback address until the signal; `onUrl` gets the address once it answers. */
export async function serveUntilAborted(
  directory: string,
  port: number,
  signal: AbortSignal,
  onUrl: (url: string) => void,
): Promise<void> {
  const server = await serve({ dir: directory, port, host: '127.0.0.1' });
  onUrl(server.url);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.close();
}
