/** A file's text without the mark that some editors put before it: no part of what the file says. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
