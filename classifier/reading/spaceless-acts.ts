import { nounBits } from '../lexicon/nouns.ts';
import { spacelessVerbs } from '../lexicon/verbs.ts';
import type { Passage } from '../text.ts';
import type { Word } from '../words.ts';
import type { Act } from './act.ts';

const spaceless = /[぀-ヿ㐀-鿿가-힯]/;

/** Chinese, Japanese and Korean: the first verb of the clause, or the last where verbs end sentences. */
export function spacelessActs(clause: Word[], passage: Passage): Act[] {
  const first = clause[0] as Word;
  const from = first.start;
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
      passage,
      start,
      end,
      objectEnd: end,
      object: '',
      kinds: kindsOfCjk(part),
    });
  }
  const order = language === 'zh' ? 1 : -1;
  return hits.sort((a, b) => order * (a.start - b.start)).slice(0, 1);
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
  [/代码|コード|코드|脚本|スクリプト|스크립트/, 'code'],
  [/数据库|データベース|데이터베이스/, 'database'],
  [/文件|ファイル|파일/, 'file'],
  [/消息|メッセージ|메시지/, 'message'],
  [/邮件|メール|메일/, 'email'],
  [/用户|ユーザー|사용자/, 'user'],
  [/订单|注文|주문/, 'order'],
  [/评论|コメント|댓글/, 'comment'],
  [/任务|タスク|작업/, 'task'],
  [/天气|天気|날씨/, 'weather'],
  [/网页|网站|ページ|웹/, 'webpage'],
  [/密码|密钥|パスワード|비밀번호/, 'password'],
  [/权限|権限|권한/, 'permission'],
  [/成员|メンバー|멤버/, 'member'],
  [/标签|タグ|태그/, 'tag'],
  [/图片|画像|이미지/, 'image'],
  [/文章|記事|글/, 'article'],
  [/日志|ログ|로그/, 'log'],
];

function kindsOfCjk(part: string): number {
  let kinds = 0;
  for (const [pattern, noun] of cjkNouns) if (pattern.test(part)) kinds |= nounBits(noun);
  return kinds;
}
