import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  buildIndex,
  emptySearchState,
  type SearchDocument,
} from '../../../site/search/build-index.ts';
import { closeWords, editDistance } from '../../../site/search/close-words.ts';
import { decodePostings, encodePostings } from '../../../site/search/postings.ts';
import { loadRecords, type SearchIndex, search } from '../../../site/search/search.ts';
import { snapshotServers } from '../example-catalog.ts';
import { relevance } from './relevance.ts';

function documentOf(server: string, name: string, title = '', description = ''): SearchDocument {
  return {
    server,
    name,
    title,
    description,
    path: `tools/${server}/${name}/`,
    operation: 'read',
    risk: 'low',
    summary: '',
    capabilities: [],
    registry: 'index',
    warnings: [],
  };
}

function openIndex(documents: SearchDocument[], before = emptySearchState) {
  const { files, state } = buildIndex(documents, before);
  const index: SearchIndex = {
    shards: state.shards,
    load: async (name) => {
      const contents = files.get(name);
      return contents === undefined ? null : Buffer.from(contents);
    },
  };
  const find = async (query: string) => {
    const hits = await search(query, index);
    return loadRecords(hits, index.load);
  };
  return { files, state, index, find };
}

const corpus = snapshotServers().flatMap(({ server, tools }) =>
  tools.map(({ name, title, description }) => documentOf(server, name, title, description)),
);
const real = openIndex(corpus);

for (const [query, tool] of relevance) {
  test(`"${query}" finds ${tool} among the first three`, async () => {
    const first = (await real.find(query)).slice(0, 3).map(({ name }) => name);
    assert.ok(first.includes(tool), `found ${first.join(', ')}`);
  });
}

test('a word of a name, server or description finds every tool that has it', async () => {
  const documents = [
    documentOf('acme', 'walk_dog'),
    documentOf('dogs', 'feed'),
    documentOf('acme', 'pet', '', 'Strokes dogs and cats.'),
    documentOf('acme', 'fly'),
  ];
  const found = await openIndex(documents).find('dog');
  assert.deepEqual(
    found.map(({ name }) => name),
    ['walk_dog', 'feed', 'pet'],
  );
});

test('no list is capped: a word of ten thousand tools finds ten thousand', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    documentOf('acme', `list_thing_${index}`),
  );
  const { index } = openIndex(many);
  assert.equal((await search('thing', index)).length, 10_000);
  assert.equal((await search('thi', index)).length, 10_000);
});

test('every word and every half of it from three letters on finds its tool', async () => {
  const word = fc.stringMatching(/^[a-z]{3,12}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 20 }),
      async (names) => {
        const documents = names.map(([a, b], index) => documentOf(`s${index}`, `${a}_${b}`));
        const { index } = openIndex(documents);
        const [first, second] = names[0] ?? ['abc', 'def'];
        const own = async (query: string) => {
          const records = await loadRecords(await search(query, index), index.load);
          return records.some(({ server }) => server === 's0');
        };
        assert.ok(await own(`${first} ${second}`));
        assert.ok(await own(first.slice(0, Math.max(3, first.length - 2))));
      },
    ),
    { numRuns: 40 },
  );
});

test('a new tool changes the files of its words and its record only', () => {
  const more = [
    ...corpus,
    documentOf('new-server', 'polish_telescope', '', 'Polishes a telescope.'),
  ];
  const after = openIndex(more, real.state);
  const changed = [...after.files].filter(
    ([name, contents]) => !Buffer.from(contents).equals(Buffer.from(real.files.get(name) ?? '')),
  );
  assert.ok(changed.length > 0 && changed.length <= 12, changed.map(([name]) => name).join(' '));
});

test('a tool that is gone gives its number to a new one', () => {
  const [gone, ...rest] = corpus;
  assert.ok(gone);
  const after = openIndex([...rest, documentOf('new', 'tool')], real.state);
  const numbers = Object.values(after.state.numbers);
  assert.equal(new Set(numbers).size, corpus.length);
  assert.equal(Math.max(...numbers), corpus.length - 1);
});

test('hostile names are found and change nothing else', async () => {
  const names = ['__proto__', 'constructor', '<script>', '\0', '🔥'];
  const { find, state } = openIndex(names.map((name) => documentOf('x', name)));
  assert.equal(Object.keys(state.numbers).length, names.length);
  assert.deepEqual(
    (await find('proto')).map(({ name }) => name),
    ['__proto__'],
  );
  assert.deepEqual(
    (await find('constructor')).map(({ name }) => name),
    ['constructor'],
  );
});

test('an empty query and one of signs find nothing', async () => {
  assert.deepEqual(await real.find(''), []);
  assert.deepEqual(await real.find('"*)('), []);
});

test('postings come back as they were', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 28 }), { maxLength: 200 });
  fc.assert(
    fc.property(
      ids,
      fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 200 }),
      (set, random) => {
        const sorted = set.sort((a, b) => a - b);
        const postings = { ids: sorted, places: sorted.map((_, index) => random[index] ?? 0) };
        assert.deepEqual(decodePostings(encodePostings(postings)), postings);
      },
    ),
  );
});

test('distances count letters added, dropped, changed and swapped', () => {
  assert.equal(editDistance('serach', 'search', 2), 1);
  assert.equal(editDistance('gihtub', 'github', 2), 1);
  assert.equal(editDistance('screnshot', 'screenshot', 2), 1);
  assert.equal(editDistance('abc', 'xyz', 2), 3);
});

test('the closest words win', () => {
  const known: [string, string][] = [
    ['search', '00'],
    ['seam', '00'],
  ];
  assert.deepEqual(closeWords('serach', known), [['search', '00']]);
});
