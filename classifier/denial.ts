/** Where a new thing begins to be said, so that a denial before it reaches no further. */
const border =
  /[.;:!?,()\n]|\b(?:and|but|then|because|since|as|so|when|while|before|after|until|if|where)\b/gi;
/** Words that deny what stands behind them; with "not" and what ends in it. */
export const denying = 'never no nobody none nothing without neither nor cannot'.split(' ');
/**
 * A denial and at most three words behind it, none of which begins a clause or a subject of its own ("if no version is
 * given the file …"). "Fields not given are lost": such a denial is of its own participle.
 */
const denial = new RegExp(
  [
    String.raw`(?:\b(?:not(?! (?:yet |been )?\w+(?:ed|en)\b)|no ?one|${denying.join('|')})\b|n['’]t\b)`,
    String.raw`(?:\s+(?!(?:the|your|its|their|is|are|was|were)\b)[\w'’-]+){0,3}\s*$`,
  ].join(''),
  'i',
);
/** What a grave act is done without, or not only with. */
const unchecked =
  /\b(?:without|with no) (?:any |an? |further )*(?:confirm\w*|asking|warning|prompt\w*|limits?|restrictions?|sandbox|approval|notice)\b|\bnot (?:only|limited)\b/gi;
/** How far a denial stands before what it denies, in UTF-16 units. */
const reach = 80;

/**
 * Whether what stands at `start` of an English sentence is denied in its own clause ("does not notify users",
 * "no restart needed", "without any arguments"). A denial within what was found belongs to it.
 */
export function isDenied(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start).replace(unchecked, '.');
  let from = 0;
  for (const found of before.matchAll(border)) from = found.index + found[0].length;
  return denial.test(before.slice(from));
}

/** "Fails instead of overwriting it", "refuses to", "throws if it would", "use another tool to". */
const averting =
  /\b(?:instead of|rather than|(?:refus|declin)\w+ to|avoid(?:s|ing)?|prevent(?:s|ing)?|would|us(?:e|es|ing) (?!(?:this|it) )[`\w-]+ to|true to)\s+(?:[\w'’-]+\s+)?$/i;

/** Whether what stands at `start` of an English sentence is denied, or said only as what is kept from happening. */
export function isAverted(text: string, start: number): boolean {
  return isDenied(text, start) || averting.test(text.slice(Math.max(0, start - reach), start));
}

const deniedBefore =
  /(?:(?<!\p{L})(?:nicht|nichts|nie|niemals|kein\p{L}*|kaum|nunca|jam[aá]s|nada|n[aã]o|no|jamais|rien|aucune?|pas|никогда|ничего|не)(?!\p{L})[^.;!?。]{0,40}|[不未无無没](?:会|會|要|需|再|能)?|取消)$/iu;
const deniedAfter = /^[^。.]{0,3}(?:ません|ない|ことは(?:あり|ない)|지 ?않)|^前/;

/** As `isDenied`, in the other languages that sentences are read in. */
export function isDeniedAbroad(text: string, start: number, end: number): boolean {
  return (
    deniedBefore.test(text.slice(Math.max(0, start - reach), start)) ||
    deniedAfter.test(text.slice(end, end + 12))
  );
}

/** A denial with at most one word of its own clause behind it. */
const deniedHere =
  /(?:(?<!\p{L})(?:nicht|nie|niemals|nunca|jam[aá]s|n[aã]o|no|non|не|никогда)(?: (?!(?:y|e|ed|et|und|и|o|ou|oder|или)(?!\p{L}))\p{L}+)? |[不未无無没](?:会|會|要|需|再|能)?|取消)$/iu;
/** "Löscht nichts"; not "nada más que". */
const nothingBehind =
  /^ (?:nichts|kein(?:e[nmrs]?)?|nada(?! m[aá]i?s)|niente|nessun\p{L}*|nenhum\p{L}*|ning[uú]n\p{L}*)(?!\p{L})/iu;
/** "Löscht kein Backup, aber alle Zeilen": something is done after all. */
const contrast = /^[^.!?。]{0,80}(?<!\p{L})(?:aber|sondern|pero|sino|mais|mas|ma|но)(?!\p{L})/iu;
/** "Ne supprime rien", and not "ne supprime que les doublons". */
const french = [
  /(?<!\p{L})n(?:e |['’])$/iu,
  /^ (?:pas|rien|aucune?|jamais|plus|personne)(?!\p{L})/iu,
] as const;

/** Whether the verb at `start` to `end` is denied itself: what another verb of the sentence denies does not count. */
export function isDeniedAct(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const behind = text.slice(end, end + reach);
  return (
    deniedHere.test(before) ||
    deniedAfter.test(behind.slice(0, 12)) ||
    (nothingBehind.test(behind) && !contrast.test(behind)) ||
    (french[0].test(before) && french[1].test(behind))
  );
}
