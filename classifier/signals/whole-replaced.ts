import { isAverted } from '../denial.ts';
import { quoteUndenied } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const things =
  'documents?|diagrams?|files?|pages?|sites?|websites?|contents?|databases?|tables?|config\\w*|workbooks?|sheets?|canvas|designs?|scenes?|notes?|body|texts?|wiki|disk|image|history';
const replaced = new RegExp(
  String.raw`\b(?:replac(?:es?|ing)|overwrit(?:es?|ing)|wip(?:es?|ing)) (?:(?:the|all|an?|your|its) )?(?:[\w]+['’]s )?(?:entire|whole|existing)(?: (?!cell|selected)[\w-]+)? (?:${things})\b`,
  'gi',
);

/** What these make is handed back. */
const returned =
  /^(?:get|list|search|find|read|fetch|describe|explain|show|convert|format|transform)$/;

export const wholeReplaced: Signal = {
  id: 'whole-replaced',
  title: 'Says that it replaces the whole of something',
  why: 'What was there before and is not in the call is gone.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high', capability: 'deletes-data' },
  where: { words: ['entire', 'whole', 'existing'] },
  find: ({ description, reading }) =>
    returned.test(reading.nameAct?.word ?? '')
      ? []
      : quoteUndenied('whole-replaced', description, replaced, isAverted),
  falsePositives: ['A converter that replaces the text it is handed and returns the new one.'],
  examples: {
    fires: [
      {
        tool: { name: 'load_diagram', description: 'Loads a file, replacing the entire diagram.' },
        quote: 'replacing the entire diagram',
      },
    ],
    silent: [
      { name: 'update_event', description: 'Setting attendees replaces the entire attendee list.' },
      {
        name: 'convert_text',
        description: 'Converts a text, replacing the whole text it returns.',
      },
      { name: 'get_restore_docs', description: 'How a restore replaces the existing database.' },
      { name: 'create_file', description: 'Fails instead of overwriting an existing file.' },
      { name: 'make_file', description: 'Throws if it would overwrite an existing file.' },
      { name: 'edit_page', description: 'Edits a part and does not replace the whole page.' },
    ],
  },
};
