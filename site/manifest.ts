import type { Output } from './output.ts';
import { emptySearchState, type SearchState } from './search/build-index.ts';

const file = '.build.json';

/** What the built site was made of, kept in its folder: lost with it. */
export interface Manifest {
  /** Code, settings and classifier: another value makes every page anew. */
  code: string;
  /** Fingerprint of the whole store; empty while a build is under way, or was ended in the middle. */
  store: string;
  /** Server id to the fingerprint its pages were written from. */
  servers: Record<string, string>;
  /** Path of what is made of many servers to the fingerprint of its contents. */
  derived: Record<string, string>;
  search: SearchState;
}

/** The manifest of an earlier build; without `servers` and `derived` where the code was another. */
export function readManifest(output: Output, code: string): Manifest {
  const fresh: Manifest = { code, store: '', servers: {}, derived: {}, search: emptySearchState };
  const text = output.read(file);
  if (text === null) return fresh;
  try {
    const found = { ...fresh, ...(JSON.parse(text) as Partial<Manifest>) };
    return found.code === code ? found : { ...fresh, search: found.search };
  } catch {
    return fresh;
  }
}

export function writeManifest(output: Output, manifest: Manifest): void {
  output.write(file, JSON.stringify(manifest));
}
