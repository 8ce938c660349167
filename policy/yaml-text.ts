/** A YAML double-quoted scalar on one line. */
export function yamlString(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\p{Cs}]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The items of a block sequence, one a line; `[]` for none, to stand behind a key. */
export function yamlList(items: string[], indent: string): string {
  if (items.length === 0) return ' []';
  return items.map((item) => `\n${indent}- ${yamlString(item)}`).join('');
}
