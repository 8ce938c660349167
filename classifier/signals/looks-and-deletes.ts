import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const both =
  /^\W*(?:lists?|gets?|fetch(?:es)?|reads?|shows?|retrieves?|finds?|views?|returns?)(?:,? \w+){0,2}? (?:and|or|then|&) (?:then )?(?:permanently )?(?:delet|remov|purg|wip|eras)es?\b(?! (?:[\w-]+ )?(?:duplicates?|duplicated?|whitespaces?|spaces|noise|backgrounds?|formatting|comments|tags|html|lines|words|stop|accents|punctuation|emojis?|metadata|watermarks?|outliers|nulls?|members?|memberships?|reactions?|collaborators?|assignees?|watchers?|links?|relations?|labels?|favorites|bookmarks|stars)\b)/i;

export const looksAndDeletes: Signal = {
  id: 'looks-and-deletes',
  title: 'Looks and deletes in one call',
  why: '"Lists and removes files": the second verb is the one that counts, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high', capability: 'deletes-data' },
  where: { words: ['delet*', 'remov*', 'purg*', 'wip*', 'eras*'] },
  find: ({ description }) => quoteMatch('looks-and-deletes', description, both, 80),
  falsePositives: ['a text that is returned without its blanks'],
  examples: {
    fires: [
      {
        tool: { name: 'list_files', description: 'Lists and removes files in a directory.' },
        quote: 'Lists and removes',
      },
    ],
    silent: [
      { name: 'dedupe', description: 'Finds and removes duplicate lines of a text.' },
      { name: 'get_deleted', description: 'Gets deleted files.' },
      { name: 'project_members', description: 'List, add or remove members of a project.' },
    ],
  },
};
