import type { Signal } from '../../classifier/signal.ts';
import { capabilityMeaning } from '../../classifier/taxonomy.ts';
import { escapePointer, markDefinition } from './marked-definition.ts';
import type { Segment } from './marked-text.ts';
import type { PageBase } from './page.ts';
import { signalsById } from './signal-titles.ts';

export interface SignalPage extends PageBase {
  kind: 'signal';
  id: string;
  heading: string;
  why: string;
  status: Signal['status'];
  strength: Signal['strength'];
  /** What it points to, in words. */
  suggests: string[];
  falsePositives: string[];
  /** Definitions it fires on, what it quotes marked. */
  fires: Segment[][];
  silent: Segment[][];
}

export interface SignalIndexPage extends PageBase {
  kind: 'signal-index';
  signals: { id: string; title: string; strength: Signal['strength']; suggests: string[] }[];
}

export const strengthMeaning: Record<Signal['strength'], string> = {
  decisive: 'sets a floor that neither the model nor a language model goes under',
  strong: 'counts much in the model',
  weak: 'counts little in the model',
};

export function signalIndexPage(): SignalIndexPage {
  return {
    kind: 'signal-index',
    path: 'signals/',
    title: 'Signals',
    description: 'Every observation that a label or a warning is made of, with examples.',
    signals: [...signalsById.values()].map((signal) => ({
      id: signal.id,
      title: signal.title,
      strength: signal.strength,
      suggests: suggestionWords(signal),
    })),
  };
}

export function signalPages(): SignalPage[] {
  return [...signalsById.values()].map((signal) => ({
    kind: 'signal',
    path: `signals/${signal.id}/`,
    title: `Signal: ${signal.id}`,
    description: signal.title,
    id: signal.id,
    heading: signal.title,
    why: signal.why,
    status: signal.status,
    strength: signal.strength,
    suggests: suggestionWords(signal),
    falsePositives: signal.falsePositives,
    fires: signal.examples.fires.map(({ tool, quote }) => markExample(tool, quote, signal.id)),
    silent: signal.examples.silent.map((tool) => markExample(tool, '', signal.id)),
  }));
}

function suggestionWords({ suggests }: Signal): string[] {
  const { operation, risk, capability, warning } = suggests;
  return [
    ...(operation ? [`operation ${operation}`] : []),
    ...(risk ? [`risk at least ${risk}`] : []),
    ...(capability ? [`${capability}: ${capabilityMeaning[capability]}`] : []),
    ...(warning ? [`${warning.class} warning, ${warning.severity}: ${warning.message}`] : []),
  ];
}

/** An example as JSON with its quote marked wherever it stands. */
function markExample(tool: object, quote: string, signal: string): Segment[] {
  return markDefinition(tool, quote === '' ? [] : [...pointersOf(tool, quote, signal)]);
}

function* pointersOf(
  value: unknown,
  quote: string,
  signal: string,
  pointer = '',
): Generator<{ signal: string; pointer: string; quote: string }> {
  if (typeof value === 'string') {
    if (value.includes(quote)) yield { signal, pointer, quote };
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.keys(value).some((key) => key.includes(quote))) {
    yield { signal, pointer, quote };
  }
  for (const [key, child] of Object.entries(value)) {
    yield* pointersOf(child, quote, signal, `${pointer}/${escapePointer(key)}`);
  }
}
