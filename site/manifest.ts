import type { Output } from './output.ts';

const file = '.build.json';

/** What the built site was made of, kept in its folder: lost with it. */
export interface Manifest {
  /** Code, settings and classifier: another value makes every page anew. */
  code: string;
  /** False while a build is under way, or was ended in the middle. */
  complete: boolean;
  /** Server id to the fingerprint its pages were written from. */
  servers: Record<string, string>;
}

/** The manifest of an earlier build with the same code; else an empty one. */
export function readManifest(output: Output, code: string): Manifest {
  const fresh: Manifest = { code, complete: false, servers: Object.create(null) };
  const text = output.read(file);
  if (text === null) return fresh;
  try {
    const found = JSON.parse(text) as Manifest;
    return found.code === code ? found : fresh;
  } catch {
    return fresh;
  }
}

export function writeManifest(output: Output, manifest: Manifest): void {
  output.write(file, JSON.stringify(manifest));
}
