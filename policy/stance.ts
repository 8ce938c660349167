import type { Classification, Evidence } from '../classifier/classification.ts';
import { nothingSaid } from '../classifier/signals/nothing-said.ts';
import { readInPart } from '../classifier/signals/read-in-part.ts';
import { type Capability, capabilityMeaning } from '../classifier/taxonomy.ts';
import type { Decision, Posture, Rule } from './policy.ts';

/** What a posture says to one kind of tool, before the parameters are looked at. */
export interface Stance {
  decision: Decision;
  reason: string;
  approval: Rule['approval'];
  /** Highest number of calls in an hour; only where the decision is `allow`. */
  perHour?: number;
  /** Leaving only the mild values of an action parameter may turn `deny` into `ask`. */
  narrowable: boolean;
  /** What to quote instead of the label's evidence. */
  evidence?: Evidence[];
}

type Answer = [Decision, Rule['approval'] | number] | [Decision];

interface Kind {
  /** Whether a judged tool is of this kind; the first that fits counts. */
  is(classification: Classification): boolean;
  reason: string | ((classification: Classification) => string);
  answers: Record<Posture, Answer>;
}

/** Below this, an `allow` becomes `ask`: the label may be wrong. */
const unsureBelow = 0.6;

const ask = (approval: Rule['approval'] = 'call'): Answer => ['ask', approval];

/** From worst to mildest. docs/POLICIES.md shows this table; a number is the most calls in an hour. */
const kinds: Kind[] = [
  {
    is: (c) => can(c, 'executes-code'),
    reason:
      'One call can run code, commands or queries that the caller writes; no filter on such text is safe.',
    answers: { strict: ['deny'], balanced: ask(), permissive: ask() },
  },
  {
    is: (c) => can(c, 'moves-money'),
    reason: 'One call can move money or other assets.',
    answers: { strict: ['deny'], balanced: ask(), permissive: ask() },
  },
  {
    is: (c) => c.operation === 'destructive' && c.risk === 'critical',
    reason: 'One call can destroy a whole resource or many objects.',
    answers: { strict: ['deny'], balanced: ['deny'], permissive: ask() },
  },
  {
    is: (c) => c.operation === 'destructive',
    reason: 'One call can destroy something that cannot be brought back.',
    answers: { strict: ['deny'], balanced: ask(), permissive: ask() },
  },
  {
    is: (c) => can(c, 'reads-secrets'),
    reason: 'One call can return secrets.',
    answers: { strict: ['deny'], balanced: ask(), permissive: ask() },
  },
  {
    is: (c) => c.risk === 'critical',
    reason: (c) => `One call can ${worstCapability(c)}, with critical consequences.`,
    answers: { strict: ['deny'], balanced: ask(), permissive: ask() },
  },
  {
    is: isNotUnderstood,
    reason: 'Nothing that is understood in its definition says what it does.',
    answers: { strict: ['deny'], balanced: ask(), permissive: ask() },
  },
  {
    is: (c) => c.risk === 'high' || (c.operation !== 'read' && can(c, 'communicates')),
    reason: (c) => `One call can ${worstCapability(c)}.`,
    answers: { strict: ask(), balanced: ask(), permissive: ask('session') },
  },
  {
    is: (c) => c.operation === 'write' && c.risk === 'medium',
    reason: 'It changes something that can be corrected afterwards.',
    answers: { strict: ask(), balanced: ask('session'), permissive: ['allow', 60] },
  },
  {
    is: (c) => c.operation === 'write',
    reason: 'It changes only scratch state of its own.',
    answers: { strict: ask('session'), balanced: ['allow', 120], permissive: ['allow'] },
  },
  {
    is: (c) => c.risk === 'medium' && !can(c, 'reads-private-data'),
    reason: 'Its definition does not say for sure that it only reads.',
    answers: { strict: ask(), balanced: ask('session'), permissive: ['allow', 60] },
  },
  {
    is: (c) => can(c, 'reads-private-data'),
    reason: 'It reads private, personal or business data.',
    answers: { strict: ask('session'), balanced: ['allow', 120], permissive: ['allow', 600] },
  },
  {
    is: (c) => can(c, 'reaches-network'),
    reason: 'It reads from an address that the caller chooses, which can carry data out.',
    answers: { strict: ask('session'), balanced: ['allow', 120], permissive: ['allow', 600] },
  },
  {
    is: () => true,
    reason: 'It only reads data that is public or its own.',
    answers: { strict: ['allow', 600], balanced: ['allow'], permissive: ['allow'] },
  },
];

/** @param offered capabilities of all tools of the server */
export function stanceOf(
  classification: Classification | undefined,
  changed: boolean,
  posture: Posture,
  offered: ReadonlySet<Capability>,
): Stance {
  const poisoned = classification?.warnings.find((warning) => warning.class === 'poisoning');
  if (poisoned) {
    return {
      ...closed('hide', `The definition tries to steer the model: ${poisoned.message}`),
      evidence: poisoned.evidence,
    };
  }
  const cautious = posture === 'strict' ? 'deny' : 'ask';
  if (!classification) return closed(cautious, 'Nobody judged this definition yet.');
  if (changed) return closed(cautious, 'The definition changed since it was last accepted.');
  const stance = stanceOfKind(classification, posture);
  if (classification.warnings.some(({ signal }) => signal === readInPart.id)) {
    if (stance.decision === 'deny') return { ...stance, narrowable: false };
    return closed(cautious, 'It is so large that only its beginning was judged.');
  }
  if (stance.decision !== 'allow') return stance;
  if (posture !== 'permissive' && isWayOut(classification, offered)) {
    const reason = `${stance.reason} Beside this server's private data and text by third parties it is a way out.`;
    return { ...stance, decision: 'ask', approval: 'session', reason };
  }
  if (classification.confidence < unsureBelow) {
    const reason = `${stance.reason} The label is not sure (${classification.confidence.toFixed(2)}).`;
    return { ...stance, decision: 'ask', approval: 'call', reason };
  }
  return stance;
}

function stanceOfKind(classification: Classification, posture: Posture): Stance {
  const kind = kinds.find((candidate) => candidate.is(classification));
  if (!kind) throw new Error('the last kind fits every tool');
  const [decision, detail] = kind.answers[posture];
  return {
    decision,
    reason: typeof kind.reason === 'string' ? kind.reason : kind.reason(classification),
    approval: typeof detail === 'string' ? detail : 'call',
    ...(typeof detail === 'number' ? { perHour: detail } : {}),
    narrowable: classification.operation === 'destructive' && !graveOnItsOwn(classification),
  };
}

/** Also a mild action may run code, move money or return secrets. */
function graveOnItsOwn(classification: Classification): boolean {
  return (['executes-code', 'moves-money', 'reads-secrets'] as const).some((capability) =>
    can(classification, capability),
  );
}

function closed(decision: Decision, reason: string): Stance {
  return { decision, reason, approval: 'call', narrowable: false };
}

/** The label is a guess of the weights; a person or an LLM may have understood it. */
function isNotUnderstood({ decidedBy, evidence }: Classification): boolean {
  const guessed = decidedBy === 'model' || decidedBy === 'floor';
  return guessed && evidence.some(({ signal }) => signal === nothingSaid.id);
}

/** Private data, text by third parties and a way out in one server are an exfiltration path. */
function isWayOut(classification: Classification, offered: ReadonlySet<Capability>): boolean {
  const out = can(classification, 'reaches-network') || can(classification, 'communicates');
  return out && offered.has('reads-private-data') && offered.has('ingests-untrusted');
}

function can(classification: Classification, capability: Capability): boolean {
  return classification.capabilities.includes(capability);
}

/** The capability to name in a sentence "one call can …", worst first as in the taxonomy. */
function worstCapability({ capabilities }: Classification): string {
  const order = Object.keys(capabilityMeaning) as Capability[];
  const worst = order.find((capability) => capabilities.includes(capability));
  return worst
    ? capabilityMeaning[worst]
    : 'have an effect that others see or that cannot be undone';
}
