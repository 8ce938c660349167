import type { Hit } from './decide.ts';
import { signals } from './signals/index.ts';
import type { Text } from './text.ts';

/** Every signal that fires, in the order of ids. */
export function findSignals(text: Text): Hit[] {
  const hits: Hit[] = [];
  for (const signal of signals) {
    if (signal.status === 'retired') continue;
    const evidence = signal.find(text);
    if (evidence.length > 0) hits.push({ signal, evidence });
  }
  return hits;
}
