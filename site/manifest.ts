import type { Output } from './output.ts';
import { emptySearchState, type SearchState } from './search/build-index.ts';

const file = '.build.json';

/** What the built site was made of, kept in its folder: lost with it. */
export interface Manifest {
  /** Code, settings and classifier: another value makes every page anew. */
  code: string;
  /** Fingerprint of the whole store and of the site's address; empty while a build is under way, or was ended in the middle. */
  store: string;
  /** Server id to the fingerprint its pages were written from. */
  servers: Record<string, string>;
  /** Path of what is made of many servers to the fingerprint of its contents. */
  derived: Record<string, string>;
  search: SearchState;
}

/** The manifest of an earlier build; where the code was another, everything in it counts as changed. */
export function readManifest(output: Output, code: string): Manifest {
  const fresh: Manifest = { code, store: '', servers: {}, derived: {}, search: emptySearchState };
  const text = output.read(file);
  if (text === null) return fresh;
  try {
    const found = { ...fresh, ...(JSON.parse(text) as Partial<Manifest>) };
    if (found.code === code) return found;
    const search = { ...emptySearchState, ...found.search };
    return { ...fresh, search, derived: outdated(found.derived) };
  } catch {
    return fresh;
  }
}

/** The same paths, so that what is not made any more is removed; no contents count as known. */
export function outdated(derived: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(derived).map((path) => [path, '']));
}

export function writeManifest(output: Output, manifest: Manifest): void {
  output.write(file, JSON.stringify(manifest));
}
