import { isRead } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /(?<!not |never |without |avoid |to not )\b(?:overwrit(?:es|ing) (?:the |any |an |all )?(?:existing|whole|entire|any|file|content|remote|local|current)?|completely replaces?|replaces? (?:the )?(?:entire|whole|full|all|complete|account's full)|drops and recreates?|wr(?:ites?|itten) (?:the \w+ )?back to the same file|replaces? the contents? of (?:an? |the ))|\b(?:existing|old|current|previous)\b[\w ,'-]{0,50} (?:is|are|will be|gets?) (?:fully |completely |entirely )?(?:replaced|overwritten|lost|wiped)\b|\bif (?:it|one|an? [\w -]{1,60}|the [\w -]{1,40}) (?:already )?exists?,? it (?:will be|is|gets) (?:completely |entirely )?(?:replaced|overwritten)\b/i;

export const overwriteSaid: Signal = {
  id: 'overwrite-said',
  title: 'Says that it overwrites or replaces',
  why: 'The description itself says that existing content is overwritten, replaced or discarded.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', capability: 'deletes-data' },
  where: {
    words: [
      'overwrites',
      'overwriting',
      'replace',
      'replaces',
      'replaced',
      'overwritten',
      'drops',
      'lost',
      'wiped',
      'write',
      'writes',
      'written',
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (
      isRead(reading) &&
      reading.main !== undefined &&
      !/^(?:download|export|dump)$/.test(reading.main.word)
    )
      return [];
    return quoteMatch('overwrite-said', text.description, said);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'ssh_upload',
          description: 'Uploads a file, overwriting any file at that path.',
        },
        quote: 'overwriting any file',
      },
    ],
    silent: [{ name: 'save', description: 'Saves a copy. Does not overwrite existing files.' }],
  },
};
