import { diffArrays } from 'diff';
import { type Terminal, visible } from './terminal.ts';

/** Beyond so many edits a text is shown as replaced in whole: comparing costs the square of them. */
const mostEdits = 2_000;

/**
 * The lines that came and went, harmless for a terminal and never cut. Sentences of one line count as lines: many
 * servers write theirs without breaks, and one that was put among them has to stand out.
 */
export function lineDiff(before: string, after: string, color: Terminal['color']): string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes = diffArrays(old, now, { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  return changes.flatMap(({ added, removed, value }) => {
    if (added) return value.map((line) => color.green(`    + ${visible(line)}`));
    return removed ? value.map((line) => color.red(`    - ${visible(line)}`)) : [];
  });
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/\n|(?<=[.!?]) +(?=\S)/);
}
