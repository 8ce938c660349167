import type { Signal } from '../../classifier/signal.ts';
import { signals } from '../../classifier/signals/index.ts';
import { warningSignals } from '../../classifier/warning-signals.ts';

/** Every signal by its id. */
export const signalsById: ReadonlyMap<string, Signal> = new Map(
  [...signals, ...warningSignals].map((signal) => [signal.id, signal]),
);

/** The title of a signal, or its id where this version of the classifier has it no more. */
export function signalTitle(id: string): string {
  return signalsById.get(id)?.title ?? id;
}
