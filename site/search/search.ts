import { closeWords } from './close-words.ts';
import {
  type CommonWord,
  type PostingsAt,
  recordsInFile,
  type SearchRecord,
  shardOf,
  shortestPrefix,
  type TermShard,
} from './index-format.ts';
import { decodePostings, type Postings } from './postings.ts';
import { queryWords, synonymsOf } from './search-words.ts';

/** The bytes of one uncompressed file of the index by its name; null where there is none. */
export type LoadFile = (name: string) => Promise<Uint8Array | null>;

/** A built index. */
export interface SearchIndex {
  load: LoadFile;
  /** Into how many files its words are spread. */
  shards: number;
}

export interface Hit {
  id: number;
  score: number;
}

/** How much a way of matching a word counts. */
const weights = { exact: 1, synonym: 0.75, prefix: 0.7, close: 0.6 } as const;
type Way = keyof typeof weights;

/**
 * All tools that match every word of a query (those that match most, where none has all), best first.
 * Two round trips: the words' shards, then their postings.
 */
export async function search(query: string, index: SearchIndex): Promise<Hit[]> {
  const words = queryWords(query);
  if (words.length === 0) return [];
  const scores = await Promise.all(words.map((word) => scoresOf(word, index)));
  return combine(scores);
}

/** The records of some hits, in their order. */
export async function loadRecords(hits: Hit[], load: LoadFile): Promise<SearchRecord[]> {
  const files = [...new Set(hits.map(({ id }) => Math.floor(id / recordsInFile)))];
  const loaded = new Map(
    await Promise.all(
      files.map(async (file) => {
        const records = await loadJson<(SearchRecord | null)[]>(`records/${file}.bin`, load);
        return [file, records ?? []] as const;
      }),
    ),
  );
  return hits.flatMap(({ id }) => {
    return loaded.get(Math.floor(id / recordsInFile))?.[id % recordsInFile] ?? [];
  });
}

/** Document number to the score of its best match with one word of the query. */
async function scoresOf(word: string, { load, shards }: SearchIndex): Promise<Map<number, number>> {
  const numberOf = (term: string) => shardOf(term, shards);
  const loadShard = (term: string) => loadJson<TermShard>(`terms/${numberOf(term)}.bin`, load);
  const others = synonymsOf(word);
  const [own, common, ...foreign] = await Promise.all([
    loadShard(word),
    loadJson<CommonWord[]>('common.bin', load),
    ...others.map(loadShard),
  ]);
  const found: { shard: number; way: Way; at: PostingsAt }[] = [];
  const take = (term: string, shard: TermShard | null, way: Way) => {
    const entry = shard?.terms.find(([known]) => known === term);
    if (entry) found.push({ shard: numberOf(term), way, at: entry[1] });
  };
  take(word, own, 'exact');
  for (const [index, other] of others.entries()) take(other, foreign[index] ?? null, 'synonym');
  for (const at of completions(word, own)) found.push({ shard: numberOf(word), way: 'prefix', at });
  if (found.length === 0) {
    for (const [term, at] of closeWords(word, [...(own?.terms ?? []), ...(common ?? [])])) {
      found.push({ shard: numberOf(term), way: 'close', at });
    }
  }
  return scorePostings(found, load);
}

/** Where the postings of all words are that begin with this one: their union where there is one. */
function completions(word: string, shard: TermShard | null): PostingsAt[] {
  if (!shard || [...word].length < shortestPrefix) return [];
  const union = shard.prefixes.find(([prefix]) => prefix === word);
  if (union) return [union[1]];
  return shard.terms
    .filter(([term]) => term !== word && term.startsWith(word))
    .map(([, where]) => where);
}

async function scorePostings(
  found: { shard: number; way: Way; at: PostingsAt }[],
  load: LoadFile,
): Promise<Map<number, number>> {
  const lists = await Promise.all(
    found.map(async ({ shard, way, at }) => ({
      way,
      postings: await loadPostings(shard, at, load),
    })),
  );
  const best = new Map<number, number>();
  for (const { way, postings } of lists) {
    for (const [index, id] of postings.ids.entries()) {
      const score = (1 + (postings.places[index] ?? 0)) * weights[way];
      if (score > (best.get(id) ?? 0)) best.set(id, score);
    }
  }
  return best;
}

async function loadPostings(shard: number, at: PostingsAt, load: LoadFile): Promise<Postings> {
  if (typeof at === 'string') {
    const pairs = at.match(/../g) ?? [];
    return decodePostings(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
  }
  const [file, offset, length] = at;
  const bytes = await load(`postings/${shard}-${file}.bin`);
  return decodePostings(bytes?.subarray(offset, offset + length) ?? new Uint8Array());
}

function combine(scores: Map<number, number>[]): Hit[] {
  const total = new Map<number, { score: number; words: number }>();
  for (const ofWord of scores) {
    // A word that few tools have says more about what was meant.
    const rarity = 1 / (1 + Math.log10(1 + ofWord.size));
    for (const [id, ofMatch] of ofWord) {
      const score = ofMatch * rarity;
      const sum = total.get(id);
      if (sum) {
        sum.score += score;
        sum.words++;
      } else {
        total.set(id, { score, words: 1 });
      }
    }
  }
  let most = 0;
  for (const { words } of total.values()) most = Math.max(most, words);
  const hits: Hit[] = [];
  for (const [id, { score, words }] of total) if (words === most) hits.push({ id, score });
  return hits.sort((a, b) => b.score - a.score || a.id - b.id);
}

async function loadJson<T>(name: string, load: LoadFile): Promise<T | null> {
  const bytes = await load(name);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
}
