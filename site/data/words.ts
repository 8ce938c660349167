import type { Classification } from '../../classifier/classification.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';
import type { Decision, Posture } from '../../policy/policy.ts';

/** The words of a label as the pages say them. Colour only repeats them. */
export const operationMeaning: Record<Operation, string> = {
  read: 'returns or computes something and leaves no lasting change',
  write: 'adds or changes something that can be corrected afterwards',
  destructive: 'deletes, overwrites, gives away or runs something, and that cannot be undone',
};

export const riskMeaning: Record<Risk, string> = {
  low: 'public or scratch data, pure computation',
  medium: 'reads private data, or makes a small change that is easily corrected',
  high: 'one object lost, something others see, or control of systems and access',
  critical: 'arbitrary code, money, a whole resource or many objects at once',
};

export const decisionWord: Record<Decision, string> = {
  allow: 'Allow',
  ask: 'Ask every time',
  deny: 'Deny',
  hide: 'Hide',
};

/** docs/POLICIES.md has the table. */
export const postureMeaning: Record<Posture, string> = {
  strict:
    'denies what cannot be undone, runs code or returns secrets, and asks before every change and every read of private data',
  balanced:
    'denies what destroys a whole resource or many objects, lets harmless reads through and asks before most other calls',
  permissive: 'asks only where one call can do lasting harm or nobody knows what it does',
};

/** Who decided a label. */
export const deciderWord: Record<Classification['decidedBy'], string> = {
  floor: 'a decisive signal',
  model: 'the trained model',
  llm: 'a language model',
  override: 'a person',
};

/** How sure a calibrated probability is, as a word. */
export function confidenceWord(probability: number): string {
  if (probability >= 0.95) return 'sure';
  if (probability >= 0.8) return 'fairly sure';
  if (probability >= 0.6) return 'likely';
  return 'unsure';
}

/** `a`, `a and b`, `a, b and c`. */
export function sentenceList(words: string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `capabilityMeaning` in the fewest words, for a sentence that is read in passing. */
const capabilityInShort: Record<Capability, string> = {
  'executes-code': 'run code',
  'moves-money': 'move money',
  'deletes-data': 'delete or overwrite data',
  communicates: 'send or publish something',
  'changes-access': 'change who has access',
  'controls-systems': 'control systems',
  'reads-secrets': 'read secrets',
  'reads-private-data': 'read private data',
  'ingests-untrusted': 'bring in what strangers wrote',
  'reaches-network': 'send data anywhere',
};

/** What one call can do, in one sentence made of the label alone. */
export function effectSentence(operation: Operation, capabilities: Capability[]): string {
  const can = sentenceList(capabilities.map((capability) => capabilityInShort[capability]));
  if (operation === 'read') {
    return can === ''
      ? 'Reads or computes something and changes nothing.'
      : `Changes nothing, but one call can ${can}.`;
  }
  if (can === '') return `One call ${operationMeaning[operation]}.`;
  return `One call can ${can}. ${afterwards(operation, capabilities)}`;
}

function afterwards(operation: Operation, capabilities: Capability[]): string {
  if (operation === 'destructive') return 'It cannot be undone.';
  if (capabilities.includes('communicates')) return 'What was sent cannot be taken back.';
  return 'It can be corrected afterwards.';
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-11-02T…` as `2 Nov 2026`. */
export function day(iso: string): string {
  return dayFormat.format(new Date(iso));
}

/** A sentence's worth of a longer text, cut at a word. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length * 0.6)).toWellFormed()}…`;
}
