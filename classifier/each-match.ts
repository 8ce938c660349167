/**
 * Every match of a global pattern that matches no empty text. (`matchAll` copies the pattern each time, which
 * costs more than looking through a sentence.)
 */
export function* eachMatch(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  let from = 0;
  for (;;) {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (found === null) return;
    from = pattern.lastIndex;
    yield found;
  }
}
