import { nameWords } from '../data/name-words.ts';

const longestWord = 32;
const mostWords = 400;

/** Words that say nothing about a tool: left out of descriptions and of queries of several words. */
const stopWords = new Set(
  'a an and any are as at be by can do does for from has have if in into is it its may not of on or per so than that the their them then there these this to via was when where which will with you your tool tools use used using'.split(
    ' ',
  ),
);

/** The words of a text as the index has them: lower case, singular. */
export function searchWords(text: string): string[] {
  return nameWords(text.normalize('NFKC')).slice(0, mostWords).map(toTerm);
}

/** The words of running text without those that say nothing. */
export function describingWords(text: string): string[] {
  return nameWords(text.slice(0, 4_000).normalize('NFKC'))
    .filter((word) => !stopWords.has(word))
    .slice(0, mostWords)
    .map(toTerm);
}

/** The words of a query; stop words count only where there is nothing else. */
export function queryWords(query: string): string[] {
  const words = [...new Set(query.slice(0, 200).normalize('NFKC').split(/\s+/).flatMap(nameWords))];
  const telling = words.filter((word) => !stopWords.has(word));
  return (telling.length > 0 ? telling : words).slice(0, 8).map(toTerm);
}

function toTerm(word: string): string {
  const short = [...word].length > longestWord ? [...word].slice(0, longestWord).join('') : word;
  if (short.length > 4 && short.endsWith('ies')) return `${short.slice(0, -3)}y`;
  return short.length > 3 && /[^sui]s$/.test(short) ? short.slice(0, -1) : short;
}

/** Words that people use for one another. A query for one finds the others, ranked below. */
const synonymGroups = [
  ['mail', 'email', 'gmail'],
  ['repo', 'repository'],
  ['remove', 'delete', 'erase'],
  ['folder', 'directory'],
  ['message', 'msg'],
  ['database', 'db'],
  ['photo', 'picture', 'image'],
  ['ticket', 'issue'],
  ['run', 'execute'],
  ['command', 'shell', 'bash', 'terminal'],
  ['make', 'create', 'add'],
  ['fetch', 'get'],
  ['find', 'search'],
  ['text', 'sms'],
  ['crawl', 'scrape'],
  ['pay', 'payment'],
  ['document', 'doc'],
  ['environment', 'env'],
];

export function synonymsOf(term: string): string[] {
  const group = synonymGroups.find((words) => words.includes(term));
  return group?.filter((word) => word !== term) ?? [];
}
