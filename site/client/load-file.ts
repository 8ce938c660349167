import type { LoadFile } from '../search/search.ts';

/** Fetches files below a folder of the site, each once, and unpacks them. */
export function fileLoader(folder: string): LoadFile {
  const loaded = new Map<string, Promise<Uint8Array | null>>();
  return (name) => {
    const known = loaded.get(name) ?? load(folder + name);
    loaded.set(name, known);
    return known;
  };
}

async function load(address: string): Promise<Uint8Array | null> {
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return isGzip(bytes) ? unpack(bytes) : bytes;
}

/** A host may unpack gzip files by itself. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
