import { gzipSync } from 'node:zlib';
import { classify } from '../../classifier/classify.ts';
import {
  buildIndex,
  emptySearchState,
  type SearchDocument,
} from '../../site/search/build-index.ts';
import { applyFilters } from '../../site/search/filter-hits.ts';
import { loadRecords, type SearchIndex, search } from '../../site/search/search.ts';
import { snapshotServers } from '../site/example-catalog.ts';

const entries = 300_000;
/** As in site/client/search.ts. */
const resultsShown = 10;
const mostBytes = 100_000;
const mostTrips = 3;

const noFilter = { operation: [], risk: [], capability: [], warning: [], registry: [] };
const queries = [
  'delete repository',
  'send mail',
  'get',
  'list issues',
  'create',
  'stripe refund',
  'con',
  'data',
  'execute sql query',
  'deleet user',
];

/**
 * Bytes and round trips to the first results over 300,000 entries: real definitions of the snapshot under
 * made-up servers, with words of other definitions mixed in, so that words stay as frequent as they are. What the
 * counts of the filters load comes after the results and has no limit.
 */
export async function run(): Promise<void> {
  const started = performance.now();
  const documents = manyDocuments();
  const { files, state } = buildIndex(documents, emptySearchState);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${documents.length} entries, ${files.size} files, built in ${seconds} s`);
  let failed = false;
  for (const query of queries) {
    const { hits, bytes, trips, filterBytes } = await measure(query, files, state.shards);
    const isWithin = bytes <= mostBytes && trips <= mostTrips;
    failed ||= !isWithin;
    console.log(
      `${query.padEnd(20)} ${String(hits).padStart(7)} hits ${String(Math.round(bytes / 1000)).padStart(4)} of ${mostBytes / 1000} KB ${trips} of ${mostTrips} trips${isWithin ? '' : '  OVER'}; a filter loads ${Math.round(filterBytes / 1000)} KB more`,
    );
  }
  if (failed) process.exitCode = 1;
}

async function measure(query: string, files: Map<string, string | Uint8Array>, shards: number) {
  let bytes = 0;
  let trips = 0;
  const loaded = new Map<string, Promise<Uint8Array | null>>();
  let waiting: (() => void)[] = [];
  // All that is asked for before the next turn of the event loop goes out together: one round trip.
  const nextTrip = () =>
    new Promise<void>((resolve) => {
      if (waiting.length === 0) {
        setTimeout(() => {
          trips++;
          const now = waiting;
          waiting = [];
          for (const go of now) go();
        }, 1);
      }
      waiting.push(resolve);
    });
  const load = (name: string) => {
    const known = loaded.get(name);
    if (known) return known;
    const contents = files.get(name);
    const answer = nextTrip().then(() => {
      if (contents === undefined) return null;
      bytes += gzipSync(contents, { level: 9 }).length;
      return Buffer.from(contents);
    });
    loaded.set(name, answer);
    return answer;
  };
  const index: SearchIndex = { load, shards };
  const hits = await search(query, index);
  await loadRecords(hits.slice(0, resultsShown), load);
  const first = { hits: hits.length, bytes, trips };
  await applyFilters(hits, { ...noFilter, risk: ['critical'] }, load);
  return { ...first, filterBytes: bytes - first.bytes };
}

function manyDocuments(): SearchDocument[] {
  const real = snapshotServers().flatMap(({ server, tools }) =>
    tools.map((tool) => ({ server, tool, label: classify(tool) })),
  );
  const random = generator(7);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: entries }, (_, number) => {
    const { server, tool, label } = pick(real);
    const other = pick(real).tool;
    const owner = `owner${Math.floor(random() * 20_000)}`;
    const rare = `w${Math.floor(random() ** 3 * 150_000).toString(36)}`;
    const description = `${tool.description ?? ''} ${(other.description ?? '').slice(0, 120)} ${rare}`;
    // Tools of one name often differ in their labels.
    const { operation, risk, capabilities, warnings } = random() < 0.3 ? pick(real).label : label;
    return {
      server: `${owner}/${server.split('/').at(-1)}`,
      name: random() < 0.5 ? tool.name : `${tool.name}_${other.name.split(/[_-]/).at(-1)}`,
      title: '',
      description,
      path: `tools/${owner}/${number}/`,
      operation,
      risk,
      summary: description.slice(0, 120),
      capabilities,
      registry: 'index',
      warnings: warnings.map(({ signal }) => signal),
    };
  });
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
