import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import { installFolder } from '../sandbox/install-folder.ts';
import type { Program } from '../sandbox/sandbox.ts';
import { CrawlEnded } from '../transports/transport.ts';

const run = promisify(execFile);

/**
 * The Python that uv would take, with the folder its own files are in.
 * @throws {CrawlEnded} `skipped: needs uvx`
 */
export async function findPython(): Promise<Required<Pick<Program, 'interpreter' | 'needs'>>> {
  try {
    const { stdout } = await run('uv', ['python', 'find', '--system', '--no-config'], {
      timeout: 30_000,
    });
    const interpreter = await realpath(stdout.trim());
    const prefix = installFolder(interpreter);
    if (prefix === undefined) throw new Error('its folder is the home folder or around it');
    return { interpreter, needs: [prefix] };
  } catch (error) {
    throw new CrawlEnded({ kind: 'skipped', reason: 'needs uvx' }, { cause: error });
  }
}
