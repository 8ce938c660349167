/** Where a new thing begins to be said, so that a denial before it reaches no further. */
const border = /[.;:!?,()\n]|\b(?:and|but|then)\b/g;
/** "Fields not given are lost": such a denial is of its own participle. */
const denial =
  /\b(?:not(?! (?:yet |been )?\w+(?:ed|en)\b)|never|no|no ?one|nobody|none|nothing|without|neither|nor|cannot)\b|n['’]t\b/i;
/** How far a denial stands before what it denies, in UTF-16 units. */
const reach = 80;

/**
 * Whether what stands at `start` of an English sentence is denied in its own clause ("does not notify users",
 * "no restart needed", "without any arguments"). A denial within what was found belongs to it.
 */
export function isDenied(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  let from = 0;
  for (const found of before.matchAll(border)) from = found.index + found[0].length;
  return denial.test(before.slice(from));
}
