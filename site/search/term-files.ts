import { type PostingsAt, shardOf, shortestPrefix, type TermShard } from './index-format.ts';
import { encodePostings, type Postings, unitePostings } from './postings.ts';

export type TermPostings = Map<string, Postings>;

/** Postings of at most so many bytes stand beside their word. */
const mostInline = 6;
/** A file of postings is closed when it has so many bytes. */
const fullFile = 8_192;
/** The words of a prefix are united where their postings have more bytes than this. */
const heavyPrefix = 16_384;

/** The uncompressed `terms/` and `postings/` files by name, and where the postings of each word are. */
export function termFiles(
  terms: TermPostings,
  shards: number,
): { files: Map<string, string | Uint8Array>; places: Map<string, PostingsAt> } {
  const files = new Map<string, string | Uint8Array>();
  const places = new Map<string, PostingsAt>();
  const wordsOf = Map.groupBy([...terms.keys()].sort(), (word) => shardOf(word, shards));
  for (let shard = 0; shard < shards; shard++) {
    const words = wordsOf.get(shard) ?? [];
    const bytes = new Map<string, Uint8Array>();
    for (const word of words) bytes.set(word, encodePostings(terms.get(word) ?? emptyPostings));
    const store = openStore(shard, files);
    const content: TermShard = { terms: [], prefixes: [] };
    for (const prefix of heavyPrefixes(words, bytes)) {
      const united = unitePostings(
        words
          .filter((word) => word !== prefix && word.startsWith(prefix))
          .map((word) => terms.get(word) ?? emptyPostings),
      );
      content.prefixes.push([prefix, store.add(encodePostings(united))]);
    }
    for (const [word, own] of bytes) {
      const place = store.add(own);
      places.set(word, place);
      content.terms.push([word, place]);
    }
    store.close();
    files.set(`terms/${shard}.bin`, JSON.stringify(content));
  }
  return { files, places };
}

const emptyPostings: Postings = { ids: [], places: [] };

/** Prefixes of two words or more whose postings together are long, one for each such length. */
function heavyPrefixes(words: string[], bytes: Map<string, Uint8Array>): string[] {
  const totals = new Map<string, { bytes: number; words: number }>();
  for (const word of words) {
    for (let length = shortestPrefix; length < word.length; length++) {
      const prefix = word.slice(0, length);
      const total = totals.get(prefix) ?? { bytes: 0, words: 0 };
      total.bytes += bytes.get(word)?.length ?? 0;
      total.words++;
      totals.set(prefix, total);
    }
  }
  return [...totals]
    .filter(([, total]) => total.words > 1 && total.bytes > heavyPrefix)
    .map(([prefix]) => prefix)
    .sort();
}

/** Packs postings of one shard into files. */
function openStore(shard: number, files: Map<string, string | Uint8Array>) {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const close = () => {
    if (length === 0) return;
    files.set(`postings/${shard}-${number}.bin`, Buffer.concat(parts));
    parts = [];
    length = 0;
    number++;
  };
  const add = (bytes: Uint8Array): PostingsAt => {
    if (bytes.length <= mostInline) return Buffer.from(bytes).toString('hex');
    if (length > 0 && length + bytes.length > fullFile) close();
    const at: PostingsAt = [number, length, bytes.length];
    parts.push(bytes);
    length += bytes.length;
    return at;
  };
  return { add, close };
}
