import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alias } from './recorded-tools.ts';

/** A client as npm has it. */
export interface RealClient {
  /** Of `policy/clients`. */
  id: string;
  package: string;
  /** Runs the installed client in an empty home folder. */
  check(installed: Installed): Promise<void>;
}

export interface Installed {
  /** Where the package was installed. */
  folder: string;
  home: string;
}

/** How a client starts the recording server, and where that writes the calls. */
export function recordingServer(home: string) {
  const calls = join(home, 'calls.jsonl');
  const server = join(import.meta.dirname, 'recording-server.ts');
  return { name: alias, command: process.execPath, args: [server], env: { CALLS: calls }, calls };
}

export function readCalls(file: string): { tool: string; arguments: unknown }[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { name, arguments: args } = JSON.parse(line);
    return { tool: name, arguments: args };
  });
}

export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
