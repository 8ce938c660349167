import type { ToolDefinition } from './definition.ts';

/** What part of a definition a passage is. */
export type PassageKind =
  | 'name'
  | 'title'
  | 'description'
  | 'parameter-name'
  | 'parameter-text'
  | 'enum'
  | 'default'
  | 'output'
  | 'other';

/** One string of a definition, in the order of reading. */
export interface Passage {
  /** RFC 6901, of the string (or of the parent object for a key). */
  pointer: string;
  kind: PassageKind;
  /** As the server sent it: what evidence quotes. */
  raw: string;
  /** For reading: NFKC, invisible characters removed, look-alike letters folded. */
  clean: string;
}

/** A definition read once; signals only look things up in it. */
export interface Text {
  definition: ToolDefinition;
  passages: Passage[];
  /** Every lower-case word of every passage; names split in every style. */
  words: Set<string>;
}
