import { isDeniedAct } from '../denial.ts';
import { runningAt } from '../lexicon/abroad.ts';
import { nounBits } from '../lexicon/nouns.ts';
import { spacelessVerbs } from '../lexicon/spaceless-verbs.ts';
import { type VerbClass, verbClassOf } from '../lexicon/verbs.ts';
import type { Passage } from '../text.ts';
import { noTerm, type Term, term } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import type { Act } from './act.ts';
import { looking } from './name-act.ts';

const spaceless = /[぀-ヿ㐀-鿿가-힯]/;

/** What a name in Chinese, Japanese or Korean says that the tool does (`删除文件`, `파일_삭제`). */
export function spacelessName(words: Word[], passage: Passage): Act | undefined {
  return words.length === 0 ? undefined : spacelessActs(words, passage)[0];
}

/** Chinese, Japanese and Korean: the first verb of the clause, or the last where verbs end sentences. */
export function spacelessActs(clause: Word[], passage: Passage): Act[] {
  const from = (clause[0] as Word).start;
  const part = passage.clean.slice(from, (clause.at(-1) as Word).end);
  if (!spaceless.test(part)) return [];
  const language = /[가-힯]/.test(part) ? 'ko' : /[぀-ヿ]/.test(part) ? 'ja' : 'zh';
  const found = patternVerbs(part, language);
  // What no pattern knows may stand among the words.
  const verbs = found.length > 0 ? found : wordVerbs(clause, from);
  // `退款查询`: what is closed by a look is looked up.
  const order = language === 'zh' && !/查[询詢]$/.test(part) ? 1 : -1;
  const kinds = kindsOfCjk(part);
  const hits = verbs
    .filter((verb) => !isNegated(part, verb.start, verb.end) && !isRecorded(verb, part))
    .filter(
      ({ end }) => language !== 'ja' || !/^[\u30a1-\u30fa\u3400-\u9fff]/.test(part.slice(end)),
    )
    .sort((a, b) => order * (a.start - b.start))
    .map(({ kind, verb, start, end }): Act => {
      const object = objectOf(clause, from + start, from + end, language);
      return {
        verb: kind,
        word: verb.text,
        wordTerm: verb,
        passage,
        start: from + start,
        end: from + end,
        objectEnd: Math.max(from + end, object?.end ?? 0),
        object: object?.text ?? '',
        objectTerm: object?.term ?? noTerm,
        kinds: kinds | (object?.term.nouns ?? 0),
      };
    });
  const [first, second] = hits;
  if (first === undefined || second === undefined) return hits;
  if (first.verb === 'exec' && isCarriedOut(first, second)) return [second];
  if (isJoined(first, second)) return [first, second];
  // "削除し、結果を返します", "查找并删除": what is done counts before what is shown.
  const done = hits.slice(1).filter((act) => !looking.has(act.verb) && isPredicate(act, language));
  return looking.has(first.verb) ? [...done, first] : [first];
}

/** Whether a verb that is not the first one says what is done, and is no part of a noun. */
function isPredicate({ passage: { clean }, start, end }: Act, language: string): boolean {
  if (language === 'zh')
    return /(?:并且?|然后|再|接着|同时|後|后|，|,) ?$/.test(clean.slice(0, start));
  const behind = clean.slice(end, end + 6);
  return language === 'ja'
    ? /^(?:し(?:、|,|て|た)|後|り、|って|んで)/.test(behind)
    : /^(?:하고|하여|해서|한 (?:뒤|후|다음)|하며|한뒤|한후)/.test(behind);
}

/** A verb within a part of a text. */
interface Verb {
  kind: VerbClass;
  verb: Term;
  start: number;
  end: number;
}

function patternVerbs(part: string, language: string): Verb[] {
  const verbs: Verb[] = [];
  for (const { language: own, pattern, class: kind } of spacelessVerbs) {
    const found = own === language ? pattern.exec(part) : null;
    if (found === null) continue;
    const end = found.index + found[0].length;
    verbs.push({ kind, verb: termOfVerb(found[0], kind), start: found.index, end });
  }
  return verbs;
}

function wordVerbs(clause: Word[], from: number): Verb[] {
  return clause.flatMap(({ term: { runningVerb }, start, end }) => {
    const kind = runningVerb === undefined ? undefined : verbClassOf.get(runningVerb);
    return kind === undefined
      ? []
      : [{ kind, verb: term(runningVerb as string), start: start - from, end: end - from }];
  });
}

/** The English verb where it is of the kind that the sentence shows; else the verb as it stands. */
function termOfVerb(verb: string, kind: VerbClass): Term {
  const english = runningAt(verb, 0)?.[0].verb;
  return english !== undefined && verbClassOf.get(english) === kind ? term(english) : term(verb);
}

/** In Chinese the last noun of the group behind the verb, else the last one before it. */
function objectOf(clause: Word[], start: number, end: number, language: string): Word | undefined {
  let found: Word | undefined;
  for (const word of clause) {
    if (language !== 'zh' && word.end > start) break;
    if (language === 'zh' && word.start < end) continue;
    if (word.term.nouns !== 0) found = word;
    else if (found !== undefined && language === 'zh' && !/^[的之]$/.test(word.text)) break;
  }
  return found;
}

/** `送金を実行`, `执行删除`: what is carried out is the act. */
function isCarriedOut({ passage, start, end }: Act, { start: from, end: to, verb }: Act): boolean {
  const gap = from < start ? passage.clean.slice(to, start) : passage.clean.slice(end, from);
  return verb !== 'get' && verb !== 'list' && gap.length <= 3 && !/[、，,。]/.test(gap);
}

/** `停止并删除`: both are done. */
function isJoined({ passage, end }: Act, { start }: Act): boolean {
  return start > end && /^[并並和或及且、与與]{1,2}$/.test(passage.clean.slice(end, start));
}

/** `转账记录`, `発送履歴`, `발송 이력`: what was done is looked up. What is deleted or made may be a record. */
function isRecorded({ kind, end }: Verb, part: string): boolean {
  return recordable.has(kind) && recorded.test(part.slice(end));
}

const recordable: ReadonlySet<VerbClass> = new Set<VerbClass>([
  'pay',
  'send',
  'control',
  'access',
  'exec',
]);
const recorded =
  /^.{0,4}(?:记录|記錄|历史|歷史|明细|情况|状态|详情|统计|限额|方式|日历|次数|履歴|一覧|状況|記録|件数|이력|내역|목록|현황|기록|상태)/;

function isNegated(part: string, start: number, end: number): boolean {
  return (
    isDeniedAct(part, start, end) ||
    part[start - 1] === '已' ||
    /^(?:せず|하지|된|済み|された|的|済)/.test(part.slice(end, end + 3))
  );
}

const cjkNouns: [RegExp, string][] = [
  [/命令|コマンド|명령|shell/i, 'command'],
  [/代码|コード|코드|脚本|スクリプト|스크립트|程式碼/, 'code'],
  [/数据库|データベース|데이터베이스|数据表|資料庫/, 'database'],
  [/文件|ファイル|파일|目录|フォルダ|폴더|檔案/, 'file'],
  [/消息|メッセージ|메시지|聊天记录|会话|채팅|チャット/, 'message'],
  [/邮件|メール|메일|郵件|邮箱/, 'email'],
  [
    /用户(?:信息|资料|列表|数据|详情)|登录用户|客户|ユーザー|顧客|사용자|고객|员工|社員|직원|联系人|連絡先|연락처/,
    'customer',
  ],
  [/用户|用戶/, 'user'],
  [/订单|注文|주문|訂單/, 'order'],
  [/评论|コメント|댓글|留言/, 'comment'],
  [/任务|タスク|작업|待办|工单|チケット|티켓|需求|缺陷/, 'task'],
  [/项目|プロジェクト|프로젝트/, 'project'],
  [/仓库|リポジトリ|저장소|分支|ブランチ|브랜치/, 'repository'],
  [/合并请求|プルリクエスト/, 'pr'],
  [/天气|天気|날씨|气象|氣象/, 'weather'],
  [/股票|行情|汇率|株価|為替|주가|환율|基金|期货|加密货币/, 'stock'],
  [/地图|路线|导航|経路|地図|지도|경로|航班|火车|高铁|车票|항공|기차|電車|列車/, 'route'],
  [/新闻|ニュース|뉴스|热搜|热榜/, 'news'],
  [
    /电影|映画|영화|菜谱|レシピ|레시피|百科|词典|辞書|사전|黄历|星座|节假日|祝日|공휴일/,
    'dictionary',
  ],
  [/文档(?:中心|站)|官方文档|開発者ドキュメント/, 'documentation'],
  [/网页|网站|ページ|웹|網頁/, 'webpage'],
  [/密码|密钥|パスワード|비밀번호|密碼/, 'password'],
  [/权限|権限|권한/, 'permission'],
  [/成员|メンバー|멤버/, 'member'],
  [/标签|タグ|태그/, 'tag'],
  [/图片|画像|이미지|圖片/, 'image'],
  [/文章|記事|글|帖子|投稿|게시글/, 'article'],
  [/日志|ログ(?!イン)|로그(?!인)/, 'log'],
  [/账户|账号|余额|口座|残高|계좌|잔액|帳戶/, 'account'],
  [/发票|請求書|청구서|合同|契約|계약|报销|経費/, 'invoice'],
  [/日程|日历|カレンダー|予定|일정|会议|会議|회의|予約|예약/, 'event'],
  [/笔记|ノート|메모|노트|知识库|ナレッジ/, 'note'],
  [/报表|报告|レポート|보고서/, 'report'],
  [/商品|产品|製品|상품|库存|在庫|재고/, 'product'],
  [/设备|デバイス|장치|기기|灯|照明|空调|エアコン|조명/, 'device'],
  [/服务器|サーバー|서버|集群|容器|コンテナ|컨테이너|实例/, 'server'],
];

function kindsOfCjk(part: string): number {
  let kinds = 0;
  for (const [pattern, noun] of cjkNouns) if (pattern.test(part)) kinds |= nounBits(noun);
  return kinds;
}
