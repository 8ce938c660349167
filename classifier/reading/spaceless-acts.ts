import { nounBits } from '../lexicon/nouns.ts';
import { spacelessVerbs } from '../lexicon/spaceless-verbs.ts';
import type { Passage } from '../text.ts';
import { noTerm, term } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import type { Act } from './act.ts';

const spaceless = /[぀-ヿ㐀-鿿가-힯]/;

/** What a name in Chinese, Japanese or Korean says that the tool does (`删除文件`, `파일_삭제`). */
export function spacelessName(words: Word[], passage: Passage): Act | undefined {
  return words.length === 0 ? undefined : spacelessActs(words, passage)[0];
}

/** Chinese, Japanese and Korean: the first verb of the clause, or the last where verbs end sentences. */
export function spacelessActs(clause: Word[], passage: Passage): Act[] {
  const from = (clause[0] as Word).start;
  const to = (clause.at(-1) as Word).end;
  const part = passage.clean.slice(from, to);
  if (!spaceless.test(part)) return [];
  const language = /[가-힯]/.test(part) ? 'ko' : /[぀-ヿ]/.test(part) ? 'ja' : 'zh';
  const hits: Act[] = [];
  for (const verb of spacelessVerbs) {
    if (verb.language !== language) continue;
    const found = verb.pattern.exec(part);
    if (found === null || isNegatedCjk(part, found.index + found[0].length, found.index)) continue;
    const start = from + found.index;
    const end = start + found[0].length;
    hits.push({
      verb: verb.class,
      word: found[0],
      wordTerm: term(found[0]),
      passage,
      start,
      end,
      objectEnd: end,
      object: '',
      objectTerm: noTerm,
      kinds: kindsOfCjk(part),
    });
  }
  // `退款查询`: what is closed by a look is looked up.
  const order = language === 'zh' && !/查[询詢]$/.test(part) ? 1 : -1;
  hits.sort((a, b) => order * (a.start - b.start));
  const [first, second] = hits;
  return first !== undefined && second !== undefined && isJoined(first, second)
    ? [first, second]
    : hits.slice(0, 1);
}

/** `停止并删除`: both are done. */
function isJoined({ passage, end }: Act, { start }: Act): boolean {
  return start > end && /^[并並和或及且、与與]{1,2}$/.test(passage.clean.slice(end, start));
}

function isNegatedCjk(part: string, end: number, start: number): boolean {
  return (
    /^(?:しない|せず|しません|하지|된|済み|された)/.test(part.slice(end, end + 4)) ||
    /[不未已没]$/.test(part.slice(0, start)) ||
    /^(?:的|された|済)/.test(part.slice(end, end + 3))
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
