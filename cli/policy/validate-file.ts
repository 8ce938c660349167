import { readFile } from 'node:fs/promises';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { validatePolicy } from '../../policy/validate.ts';
import { type CommandCall, type ExitCode, exitCode } from '../command.ts';
import { fileError } from '../file-error.ts';
import { plain } from '../terminal.ts';

/** Prints each error of a `policy.json` as `file:line:column: pointer: message`; errors end with code 2. */
export async function validateFile(
  { options, terminal, signal }: CommandCall,
  file: string,
): Promise<ExitCode> {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw fileError('read', file, error);
  });
  const { errors } = validatePolicy(text, await definitionsOf(options.server, signal));
  if (options.json) terminal.printJson({ file, errors });
  else {
    for (const { line, column, pointer, message } of errors) {
      terminal.print(
        `${plain(file)}:${line}:${column}: ${pointer === '' ? '' : `${plain(pointer)}: `}${plain(message)}`,
      );
    }
    if (errors.length === 0) terminal.print(`${plain(file)} is a valid policy`);
  }
  return errors.length === 0 ? exitCode.fine : exitCode.usage;
}

async function definitionsOf(
  server: unknown,
  signal: AbortSignal,
): Promise<ToolDefinition[] | undefined> {
  if (typeof server !== 'string') return undefined;
  const { withCatalog } = await import('../steps/seed.ts');
  const { catalogServer } = await import('../catalog-tool.ts');
  const { tools } = await withCatalog(signal, (store) => catalogServer(store, server));
  return tools.filter(({ current }) => current).map(({ definition }) => definition);
}
