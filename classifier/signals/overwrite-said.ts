import { isRead } from '../acts.ts';
import { quoteMatch, quoteStated } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const lost = '(?:is|are|will be|gets?) (?:then |fully |completely |entirely )?';
const said = new RegExp(
  [
    '(?<!avoid )overwrit(?:es|ing)(?: (?:the|any|an|all))?(?: (?:existing|whole|entire|any|file|content|remote|local|current))?(?= )',
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
    String.raw`(?<!\bno )se (?:sustituy|sobrescrib|reemplaz|borr|elimin)(?:en?|an?)\b`,
    String.raw`(?<!não )(?:é|são|será|serão) (?:totalmente |completamente )?(?:substituíd|sobrescrit|apagad|excluíd)[oa]s?\b`,
    '(?<!nicht |nichts )(?:überschrieben|gelöscht|ersetzt)(?= ?(?:[.,;!]|wird|werden|$))',
    String.raw`(?<!pas )(?:est|sont|sera|seront) (?:entièrement |définitivement )?(?:remplacé|écrasé|supprimé|effacé)e?s?\b`,
    '(?<!не )(?:перезаписыва|заменя|удаля)(?:ет|ют)ся',
    '(?<!不)(?:将|会|將|會)被?(?:直接|系统|自动|完全)?(?:删除|清除|清理|覆盖|替换)(?!前)',
    '(?:上書き|削除|消去|置き換えら?)され(?:ます|る)',
    '(?:덮어쓰|덮어씌|삭제되|교체되|대체되)(?:어집|여집|ㅂ|며|고|니다|집니다)?',
  ].join('|'),
  'i',
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
      'borra*',
      'elimina*',
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
    const stated = quoteStated('overwrite-said', text.description, said);
    return stated.length > 0 ? stated : quoteMatch('overwrite-said', text.description, saidAbroad);
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
