import type { Passage, Text } from './text.ts';
import { findHidden, type HiddenText } from './unicode.ts';

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
