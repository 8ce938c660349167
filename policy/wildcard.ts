/** Whether a pattern fits a whole text; `*` stands for any characters, `?` (where the format knows it) for one. */
export function fitsWildcard(pattern: string, text: string, knows: '*' | '*?' = '*'): boolean {
  const escaped = pattern.replace(/[\\^$.+()[\]{}|?]/g, '\\$&').replaceAll('*', '[^]*');
  const source = knows === '*?' ? escaped.replaceAll('\\?', '[^]') : escaped;
  return new RegExp(`^(?:${source})$`).test(text);
}
