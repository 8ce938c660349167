import { join } from 'node:path';
import { type Command, exitCode, jsonOption } from '../command.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const serve: Command = {
  options: [
    {
      flags: '-p, --port <number>',
      description: 'a free port is taken where this one is in use',
      default: '4321',
    },
    jsonOption,
  ],
  examples: [['mcp-risk serve --port 8080', 'serves what mcp-risk build wrote, until Ctrl-C']],
  async run({ options, terminal, signal }) {
    const port = readPort(options.port);
    const { existsSync } = await import('node:fs');
    const { homeDirectory } = await import('../../db/home.ts');
    const directory = join(homeDirectory(), 'site');
    if (!existsSync(join(directory, 'index.html'))) {
      throw new UserError('there is no built site yet: mcp-risk build, or npm start, makes it');
    }
    const { serve } = await import('../../site/serve.ts');
    const { serveUntilAborted } = await import('../steps/serve.ts');
    const serving = await serve({ dir: directory, port });
    const { url } = serving;
    if (options.json) terminal.printJson({ url });
    else terminal.print(url);
    await serveUntilAborted(serving, signal);
    return exitCode.fine;
  },
};

/** @throws UserError */
export function readPort(value: unknown): number {
  const port = Number(value);
  if (Number.isSafeInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UserError(`--port takes a number from 0 to 65535, not "${plain(String(value))}"`);
}
