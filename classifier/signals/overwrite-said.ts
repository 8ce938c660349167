import { isRead } from '../acts.ts';
import { isAverted } from '../denial.ts';
import { quoteStatedAnywhere } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const lost = '(?:is|are|will be|gets?) (?:then |fully |completely |entirely )?';
const said = new RegExp(
  [
    '(?<!avoid )overwrit(?:es|ing)(?: (?:the|any|an|all))?(?: (?:existing|whole|entire|any|file|content|remote|local|current))?(?= )',
    '(?:create|write|save|store)s? or overwrites?(?= )',
    'completely (?:replace|rewrite)s?',
    "replac(?:es?|ing) (?:the )?(?:entire|whole|full|all|complete|account's full)",
    'drops and recreates?',
    String.raw`wr(?:ites?|itten) (?:the \w+ )?back to the same file`,
    'replaces? (?:all )?the (?:contents?|text) of (?:an?|the)',
    String.raw`(?:existing|old|current|previous|former)\b[\w ,'-]{0,50} ${lost}(?:replaced|overwritten|lost|wiped)`,
    String.raw`if (?:it|one|an? [\w -]{1,60}|the [\w -]{1,40}) (?:already )?exists?,? it ${lost}(?:replaced|overwritten)`,
    String.raw`(?:source|original|merged|other|duplicate) (?:[\w-]+ ){0,3}${lost}(?:deleted|removed|discarded)`,
    String.raw`(?:missing|left out|not (?:present|found|listed|given)) (?:[\w,'-]+ ){0,8}${lost}(?:deleted|removed|lost)`,
    String.raw`sav(?:es?|ing) (?:[\w-]+ ){0,3}in place`,
    String.raw`(?:throws?|throwing) (?:[\w-]+ ){0,3}away`,
  ]
    .map((words) => String.raw`\b(?:${words})(?!\w)`)
    .join('|'),
  'gi',
);
const saidAbroad = new RegExp(
  [
    String.raw`(?<!\p{L})se (?:sustituy|sobrescrib|reemplaz|borr|elimin)(?:en?|an?)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:é|são|será|serão) (?:totalmente |completamente )?(?:substituíd|sobrescrit|apagad|excluíd)[oa]s?(?!\p{L})`,
    '(?:überschrieben|gelöscht|ersetzt)(?= ?(?:[.,;!]|wird|werden|$))',
    String.raw`(?<!\p{L})(?:est|sont|sera|seront) (?:entièrement |définitivement )?(?:remplacé|écrasé|supprimé|effacé)e?s?(?!\p{L})`,
    '(?:перезаписыва|заменя|удаля)(?:ет|ют)ся',
    '(?:将|会|將|會)被?(?:直接|系统|自动|完全)?(?:删除|清除|清理|覆盖|替换)',
    '(?:上書き|削除|消去|置き換えら?)され',
    '덮어(?:쓰|씌)|(?:삭제|교체|대체)되',
  ].join('|'),
  'giu',
);

export const overwriteSaid: Signal = {
  id: 'overwrite-said',
  title: 'Says that it overwrites or replaces',
  why: 'The description itself says that existing content is overwritten, replaced or discarded.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', capability: 'deletes-data' },
  where: {
    words: [
      'overwrite',
      'overwrites',
      'overwriting',
      'replace',
      'replaces',
      'replacing',
      'replaced',
      'overwritten',
      'drops',
      'lost',
      'wiped',
      'write',
      'writes',
      'written',
      'rewrite',
      'rewrites',
      'deleted',
      'removed',
      'discarded',
      'place',
      'throw*',
      'sustituy*',
      'sobrescrib*',
      'reemplaz*',
      'borr*',
      'elimin*',
      'substituíd*',
      'sobrescrit*',
      'apagad*',
      'excluíd*',
      'überschrieben',
      'gelöscht',
      'ersetzt',
      'remplacé*',
      'écrasé*',
      'supprimé*',
      'effacé*',
      'перезаписыва*',
      'заменя*',
      'удаля*',
      '覆盖',
      '上書き*',
      '덮어*',
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (
      isRead(reading) &&
      reading.main !== undefined &&
      !/^(?:download|export|dump|rewrite)s?$/.test(reading.main.word)
    )
      return [];
    return quoteStatedAnywhere('overwrite-said', text.description, said, saidAbroad, isAverted);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'save_note', description: 'Write or overwrite a note in the vault.' },
        quote: 'Write or overwrite',
      },
      {
        tool: {
          name: 'ssh_upload',
          description: 'Uploads a file, overwriting any file at that path.',
        },
        quote: 'overwriting any file',
      },
    ],
    silent: [
      { name: 'create_file', description: 'Fails instead of overwriting an existing file.' },
      { name: 'save', description: 'Saves a copy. Does not overwrite existing files.' },
    ],
  },
};
