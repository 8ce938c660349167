import { quoteStated } from '../evidence.ts';
import { asideOf } from '../reading/aside.ts';
import type { Signal } from '../signal.ts';

const verbs = 'deletes|removes|erases|wipes|purges|destroys|overwrites';
const participles = 'deleted|removed|erased|wiped|purged|destroyed|overwritten';
/** Of an answer, it is made tidier. */
export const tidied =
  '(?! (?:[\\w-]+ )?(?:duplicates?(?! (?:files?|records?|contacts?|images?|photos?|rows?|entries|documents?|messages?)\\b)|duplicated|whitespaces?|spaces|noise|backgrounds?|formatting|comments|tags|html|markup|lines|words|accents|punctuation|emojis?|metadata|watermarks?|outliers|nulls?|headers|ads)\\b)';
const before = [
  `\\b(?:existing|old|previous|earlier) [\\w ]{1,30}? (?:is|are|will be|gets?) (?:${participles}) (?:first|before)`,
  '[.!]\\s+(?:deletes|erases|wipes|purges|destroys)(?= (?:the|an?|any|all|each|every|your|its|existing|old)\\b)',
  '[.!]\\s+overwrites(?= (?:the|an?|any|existing) (?:\\w+ )?(?:files?|images?|documents?|pages?|tables?|data|originals?|contents?|rows|records?)\\b)',
].join('|');
/** Setting a value replaces the one before. */
const oneValue = '(?! (?:the one|(?:an?|the) (?:earlier|previous)|or)\\b)';
const added = new RegExp(
  `(?:${asideOf(verbs, participles).source}|${before})${tidied}${oneValue}`,
  'gi',
);

export const alsoDeletes: Signal = {
  id: 'also-deletes',
  title: 'Says beside its purpose that it deletes',
  why: 'What a later sentence adds happens with the same call, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high', capability: 'deletes-data' },
  where: {
    words: `${verbs}|${participles}`.split('|'),
  },
  find: ({ description }) => quoteStated('also-deletes', description, added),
  falsePositives: ['A tool that removes something from what it returns.'],
  examples: {
    fires: [
      {
        tool: { name: 'read_file', description: 'Reads a file. Also deletes it afterwards.' },
        quote: 'Also deletes',
      },
      {
        tool: {
          name: 'get_messages',
          description: 'Returns messages. They are then permanently deleted from the server.',
        },
        quote: 'are then permanently deleted',
      },
      {
        tool: {
          name: 'inpaint',
          description: 'Inpaints a picture. Overwrites the input file in place.',
        },
        quote: '. Overwrites',
      },
      {
        tool: {
          name: 'seed_database',
          description: 'Fills the database with samples. Existing data is deleted first.',
        },
        quote: 'Existing data is deleted first',
      },
    ],
    silent: [
      { name: 'read_file', description: 'Reads a file. It does not delete it.' },
      { name: 'get_page', description: 'Returns a page. It also removes HTML tags.' },
      { name: 'list_messages', description: 'Lists messages that are deleted.' },
    ],
  },
};
