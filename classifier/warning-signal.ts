import type { Classification, Evidence } from './classification.ts';
import type { Signal, Suggestion } from './signal.ts';
import type { Text } from './text.ts';

/** What was decided about a definition, for the warnings that compare it with what the author claims. */
export type Label = Pick<Classification, 'operation' | 'risk' | 'capabilities' | 'confidence'>;

/** A signal that warns and never decides a label. Those of class `annotation` are silent without one. */
export interface WarningSignal extends Signal {
  suggests: { warning: NonNullable<Suggestion['warning']> };
  find(text: Text, label?: Label): Evidence[];
}
