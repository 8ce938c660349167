import { findHidden, type HiddenText } from './hidden-characters.ts';
import type { Passage, Text } from './text.ts';

/** A passage with what a person does not see in it. */
export interface HiddenPassage {
  passage: Passage;
  hidden: HiddenText[];
}

/** Every passage with hidden or disguised characters. Read once a definition. */
export function hiddenPassages(text: Text): readonly HiddenPassage[] {
  if (!text.cleaned) return none;
  text.memory.hidden ??= text.passages
    .filter(({ raw, clean }) => raw !== clean)
    .map((passage) => ({ passage, hidden: findHidden(passage.raw) }))
    .filter(({ hidden }) => hidden.length > 0);
  return text.memory.hidden;
}

const none: readonly HiddenPassage[] = [];

/** What a terminal obeys: it can take back or cover what stands before it. */
const obeyed = new Set(['\b', '\u001b', '\u007f', '\u009b']);

/** Whether what is hidden holds a message, and is no slip of an editor. */
export function isMessage({ kind, decoded, start, end }: HiddenText, raw: string): boolean {
  if (kind === 'tags' || kind === 'variation-bytes') return true;
  if (kind === 'zero-width-bits') return decoded !== '' || end - start >= 64;
  if (kind === 'bidi' || kind === 'private-use') return decoded.length > 3;
  return kind === 'control' && [...raw.slice(start, end)].some((code) => obeyed.has(code));
}
