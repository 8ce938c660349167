import type { Evidence, WarningClass } from './classification.ts';
import type { ToolDefinition } from './definition.ts';
import type { NounClass } from './lexicon/nouns.ts';
import type { ParameterClass } from './lexicon/parameters.ts';
import type { VerbClass } from './lexicon/verbs.ts';
import type { Capability, Operation, Risk } from './taxonomy.ts';
import type { Text } from './text.ts';

/** A tool definition as short as an example needs; `inputSchema` may be left out. */
export type ExampleTool = Partial<ToolDefinition> & { name: string };

/** What a signal points to when it fires. */
export interface Suggestion {
  operation?: Operation;
  /** With strength `decisive`: the lowest risk the label may have. */
  risk?: Risk;
  capability?: Capability;
  /** What usually comes with it; a hint for the model, never a floor. */
  implies?: Capability[];
  /** What it hardly ever comes with; a hint for the model as well. */
  denies?: Capability[];
  warning?: {
    class: WarningClass;
    severity: Risk;
    message: string;
    owasp: string[];
    atlas: string[];
  };
}

/** Without this a signal never fires, so `find` is not even run: each part that is given must be met. */
export interface Condition {
  /** Whether every verb of the tool is one of looking or computing. */
  isRead?: boolean;
  /** The tool has an act of one of these classes. */
  verbs?: VerbClass[];
  /** The tool has a parameter of one of these kinds, at any depth. */
  parameters?: ParameterClass[];
  /**
   * One of these stands in the name, in the description, in an act, or is the whole name of a parameter (written
   * together); or one of `nouns` does. A final `*` stands for any ending; a word of a script without spaces for any
   * text in such a script.
   */
  words?: readonly string[];
  /** One of these kinds of things is named in the name, the main clause or an act; or one of `words`. */
  nouns?: NounClass[];
}

/** One observation about a definition. One file each; its examples are its tests and its page. */
export interface Signal {
  /** File name without extension; a noun phrase, never renamed. */
  id: string;
  title: string;
  why: string;
  status: 'experimental' | 'stable' | 'retired';
  /** `decisive` sets a floor that neither model nor LLM goes under. */
  strength: 'decisive' | 'strong' | 'weak';
  suggests: Suggestion;
  where?: Condition;
  find(text: Text): Evidence[];
  falsePositives: string[];
  examples: {
    fires: [{ tool: ExampleTool; quote: string }, ...{ tool: ExampleTool; quote: string }[]];
    silent: [ExampleTool, ...ExampleTool[]];
  };
}
