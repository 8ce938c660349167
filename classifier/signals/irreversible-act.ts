import { quoteChange } from '../acts.ts';
import type { Signal } from '../signal.ts';

const said = new RegExp(
  [
    String.raw`\b(?:permanently (?:clos|delet|remov|destroy|eras|los)\w*|irreversibl[ey]|irrevocabl[ey]|(?:legally|(?:is|are)) binding|non-?refundable|unrecoverable|(?:cannot|can't|can not|can never|never) be (?:undone|reversed|recovered|restored|stopped|reactivated|brought back|activated again|taken back)|for good(?! measure)|(?:is|are) (?:lost|gone)(?: forever)?(?=[.!;,]|$)|(?:text|data|content|history) is not kept|ceases? to exist|there is no (?:undo|un-?\w+|way back)|not reversible|(?:cannot|can't) be (?:altered|changed|recalled|withdrawn|revoked) (?:afterwards|later|any ?more)|(?:is|are|gets?) (?:closed|ended|retired) permanently|(?:without|no) (?:a )?backup\b)`,
    String.raw`irrevers[ií](?:ble|vel)|no se puede (?:deshacer|revertir|recuperar)|não (?:pode ser|é possível) (?:desf|revert|recuper|estorn)|ne peut pas être (?:annul|récup)|irréversible|définitive(?:ment)?\b|unwiderruflich|endgültig|nicht (?:mehr )?rückgängig|gehen verloren|необратим|безвозвратно|нельзя (?:отменить|восстановить)`,
    '不可逆|不可撤销|不可恢复|永久(?:删除|清除)|无法(?:恢复|撤销)|不能恢复|取り消せません|元に戻せ|復元できません|되돌릴 수 없|복구할 수 없',
  ].join('|'),
  'gi',
);

/** Of these the pattern begins or holds one. */
const spoken =
  "permanently irrevers* irréversible* irrevocabl* binding nonrefundable non-refundable refundable unrecoverable cannot can can't never good lost gone kept exist undo there reversible backup puede pode possível peut définitive* unwiderruflich endgültig rückgängig verloren необратим* безвозвратно нельзя 不可逆 取り消せません 되돌릴".split(
    ' ',
  );

export const irreversibleAct: Signal = {
  id: 'irreversible-act',
  title: 'Says that its change cannot be undone',
  why: 'A write that calls itself permanent or irreversible.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive' },
  where: { isRead: false, words: spoken },
  find: (text) => quoteChange('irreversible-act', text, said),
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'close_account', description: 'Closes the account. This cannot be undone.' },
        quote: 'cannot be undone',
      },
      {
        tool: { name: 'cancelar_nota', description: 'Cancela uma nota. Operação irreversível.' },
        quote: 'irreversível',
      },
    ],
    silent: [{ name: 'tool_risk_score', description: 'Scores how irreversible a tool is.' }],
  },
};
