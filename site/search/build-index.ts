import { capabilities, operations, risks } from '../../classifier/taxonomy.ts';
import {
  type CommonWord,
  type FilterValues,
  labelsInFile,
  type PostingsAt,
  recordsInFile,
  type SearchRecord,
} from './index-format.ts';
import { encodeLabels, type Labels, mostWarnings } from './labels.ts';
import { placeInName, places as placeOf } from './postings.ts';
import { describingWords, searchWords } from './search-words.ts';
import { type TermPostings, termFiles } from './term-files.ts';

/** One tool as the index takes it. */
export interface SearchDocument extends SearchRecord, Omit<Labels, keyof SearchRecord> {
  title: string;
  description: string;
}

/** Which number each document has, and the order of filter values: kept, so that files stay the same. */
export interface SearchState {
  /** Server and tool (joined by U+0000) to the document's number. */
  numbers: Record<string, number>;
  warnings: string[];
  registries: string[];
  /** Into how many files the words are spread. */
  shards: number;
}

export const emptySearchState: SearchState = {
  numbers: {},
  warnings: [],
  registries: [],
  shards: 1,
};

const commonWords = 1_500;
/** Twice as many shards are made when one has more words than this on average. */
const mostWordsInShard = 96;

/**
 * All files of the index by name, not compressed yet. Numbers of `before` are kept, numbers of documents that are gone
 * are given to new ones: a change of a few documents changes the files of their words only.
 */
export function buildIndex(
  documents: SearchDocument[],
  before: SearchState,
): { files: Map<string, string | Uint8Array>; state: SearchState } {
  const state = numberDocuments(documents, before);
  const numbered: SearchDocument[] = [];
  for (const document of documents) {
    const number = state.numbers[keyOf(document)];
    if (number !== undefined) numbered[number] = document;
  }
  const terms = collectTerms(numbered);
  const values: FilterValues = {
    operation: [...operations],
    risk: [...risks],
    capability: [...capabilities],
    warning: state.warnings,
    registry: state.registries,
  };
  state.shards = shardsFor(terms.size, before.shards);
  const { files, places } = termFiles(terms, state.shards);
  files.set('filters.json', JSON.stringify(values));
  files.set('common.bin', JSON.stringify(mostFrequent(terms, places)));
  for (let start = 0; start < numbered.length; start += recordsInFile) {
    const part = Array.from({ length: recordsInFile }, (_, index) =>
      recordOf(numbered[start + index]),
    );
    files.set(`records/${start / recordsInFile}.bin`, JSON.stringify(part));
  }
  for (let start = 0; start < numbered.length; start += labelsInFile) {
    const part = Array.from({ length: labelsInFile }, (_, index) => numbered[start + index]);
    files.set(`labels/${start / labelsInFile}.bin`, encodeLabels(part, values));
  }
  return { files, state };
}

/** Never fewer than before, so that few words more or less move none. */
function shardsFor(words: number, before: number): number {
  let shards = before;
  while (words > shards * mostWordsInShard) shards *= 2;
  return shards;
}

function keyOf({ server, name }: SearchDocument): string {
  return `${server}\0${name}`;
}

/** Gives new documents the free numbers, in the order of names: alike ones side by side compress best. */
function numberDocuments(documents: SearchDocument[], before: SearchState): SearchState {
  const numbers: Record<string, number> = Object.create(null);
  const used = new Set<number>();
  const fresh: SearchDocument[] = [];
  for (const document of documents) {
    const key = keyOf(document);
    const known = Object.hasOwn(before.numbers, key) ? before.numbers[key] : undefined;
    if (known === undefined) {
      fresh.push(document);
    } else {
      numbers[key] = known;
      used.add(known);
    }
  }
  let next = 0;
  fresh.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.server < b.server ? -1 : 1));
  for (const document of fresh) {
    while (used.has(next)) next++;
    numbers[keyOf(document)] = next++;
  }
  return {
    ...before,
    numbers,
    warnings: appended(
      before.warnings,
      documents.flatMap((each) => each.warnings),
    ).slice(0, mostWarnings),
    registries: appended(
      before.registries,
      documents.map((each) => each.registry),
    ).slice(0, 255),
  };
}

function appended(known: readonly string[], found: readonly string[]): string[] {
  const added = [...new Set(found)].filter((value) => !known.includes(value)).sort();
  return [...known, ...added];
}

function collectTerms(numbered: (SearchDocument | undefined)[]): TermPostings {
  const terms: TermPostings = new Map();
  for (let number = 0; number < numbered.length; number++) {
    const document = numbered[number];
    if (!document) continue;
    for (const [term, place] of placesOf(document)) {
      const postings = terms.get(term) ?? { ids: [], places: [] };
      terms.set(term, postings);
      postings.ids.push(number);
      postings.places.push(place);
    }
  }
  return terms;
}

/** The words of a document with the best place of each. */
function placesOf(document: SearchDocument): Map<string, number> {
  const best = new Map<string, number>();
  for (const word of describingWords(document.description)) best.set(word, placeOf.description);
  for (const word of searchWords(document.server)) best.set(word, placeOf.server);
  for (const word of searchWords(document.title)) best.set(word, placeOf.title);
  const words = searchWords(document.name);
  for (const word of words) best.set(word, placeInName(words.length));
  return best;
}

function mostFrequent(terms: TermPostings, places: Map<string, PostingsAt>): CommonWord[] {
  return [...terms]
    .filter(([term, { ids }]) => ids.length > 1 && term.length > 3)
    .sort((a, b) => b[1].ids.length - a[1].ids.length || (a[0] < b[0] ? -1 : 1))
    .slice(0, commonWords)
    .map(([term]): CommonWord => [term, places.get(term) ?? ''])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function recordOf(document: SearchDocument | undefined): SearchRecord | null {
  if (!document) return null;
  const { server, name, path, operation, risk, warned, summary } = document;
  return { server, name, path, operation, risk, ...(warned && { warned }), summary };
}
