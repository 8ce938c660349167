/**
 * Where in a tool a word stands, worst first: description, server, then the name, a shorter name
 * counting more. `place` is part of a posting, so ranking needs no record.
 */
export const places = { description: 0, server: 1, title: 2, name: 3 } as const;
const placeBits = 3;

/** The place of a word in a name of so many words. */
export function placeInName(words: number): number {
  return 8 - Math.min(Math.max(words, 1), 5);
}

/** Document numbers, ascending, with the best place of the word in each. */
export interface Postings {
  ids: number[];
  places: number[];
}

/** Gaps and places as variable-length integers (7 bits a byte, low first). */
export function encodePostings({ ids, places }: Postings): Uint8Array {
  const bytes: number[] = [];
  let last = -1;
  for (const [index, id] of ids.entries()) {
    let value = (id - last - 1) * 2 ** placeBits + (places[index] ?? 0);
    last = id;
    while (value >= 128) {
      bytes.push((value % 128) + 128);
      value = Math.floor(value / 128);
    }
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

export function decodePostings(bytes: Uint8Array): Postings {
  const postings: Postings = { ids: [], places: [] };
  let last = -1;
  let value = 0;
  let weight = 1;
  for (const byte of bytes) {
    value += (byte % 128) * weight;
    if (byte >= 128) {
      weight *= 128;
      continue;
    }
    last += Math.floor(value / 2 ** placeBits) + 1;
    postings.ids.push(last);
    postings.places.push(value % 2 ** placeBits);
    value = 0;
    weight = 1;
  }
  return postings;
}

/** All documents of several lists, each with its best place. */
export function unitePostings(lists: Postings[]): Postings {
  const best = new Map<number, number>();
  for (const { ids, places } of lists) {
    for (const [index, id] of ids.entries()) {
      best.set(id, Math.max(best.get(id) ?? 0, places[index] ?? 0));
    }
  }
  const ids = [...best.keys()].sort((a, b) => a - b);
  return { ids, places: ids.map((id) => best.get(id) ?? 0) };
}
