import type { Classification, Warning } from '../classification.ts';
import { statedConfidence } from '../confidence.ts';
import { type Floor, floorConfidence, floorOf, supportLabel } from '../decide.ts';
import type { ToolDefinition } from '../definition.ts';
import { findSignals } from '../find-signals.ts';
import { type Prediction, predict, trained } from '../model/predict.ts';
import { contradictionsOf, withTiedRisk, withTies } from '../rubric-ties.ts';
import {
  capabilities,
  type Operation,
  operations,
  worstOperation,
  worstRisk,
} from '../taxonomy.ts';
import { readText } from '../text.ts';
import { findWarnings } from '../warnings.ts';
import type { Answer, Dropped } from './answer.ts';
import { verifyQuotes } from './quotes.ts';

/** From this confidence on the classifier's own label is the floor of an answer. */
export const sureFrom = 0.8;

/**
 * How often an answer's operation is taken to be right when the two are weighed. A cautious assumption
 * below the 0.994 that careful labellers agree on: it is not measured, models differ.
 */
const assumedAccuracy = 0.9;

/**
 * The label after a second opinion. It never goes under the decisive signals; where the classifier is
 * sure of itself, or the definition tries to steer its reader, not under the classifier's label either:
 * a model that obeys the definition can then only raise it. Warnings are never taken away.
 */
export function mergeAnswer(
  definition: ToolDefinition,
  own: Classification,
  answer: Answer,
): Classification | Dropped {
  const text = readText(definition);
  const quoted = verifyQuotes(text, answer.quotes);
  if (quoted === undefined) return { dropped: 'a quote is not in the definition' };
  if (contradictsItself(answer)) return { dropped: 'the answer contradicts itself' };
  const hits = findSignals(text);
  const floor = floorOf(hits);
  const said = withTies(answer);
  const above = withTies(raise(said, floor));
  // An operation that neither of the two names is not put on a label that they agree on.
  const label = withTiedRisk(mayOnlyRaise(own) ? raise(above, own) : above);
  const stands = label.operation === said.operation;
  const kept = label.operation === own.operation ? own.decidedBy : 'floor';
  const decidedBy = stands ? 'llm' : kept;
  const odds = predict(trained, text.reading, hits);
  const least = label.operation === floor.operation && kept === 'floor' ? floorConfidence : 0;
  const confidence = Math.max(least, weigh(odds, said.operation, label.operation));
  return {
    ...own,
    ...label,
    decidedBy,
    confidence: statedConfidence(confidence),
    ...supportLabel(hits, label, stands ? quoted : []),
    warnings: withEarlier(findWarnings(text, { ...label, confidence }), own.warnings),
  };
}

function mayOnlyRaise({ confidence, decidedBy, warnings }: Classification): boolean {
  return (
    confidence >= sureFrom ||
    decidedBy === 'floor' ||
    warnings.some((warning) => warning.class === 'poisoning')
  );
}

/** An operation that is too mild for the rest was not thought through; a risk that is can be raised. */
function contradictsItself(answer: Answer): boolean {
  return contradictionsOf(answer).some(({ of }) => of === 'operation');
}

function raise(answer: Floor, lowest: Floor): Floor {
  const chosen = new Set([...answer.capabilities, ...lowest.capabilities]);
  return {
    operation: worstOperation(answer.operation, lowest.operation),
    risk: worstRisk(answer.risk, lowest.risk),
    capabilities: capabilities.filter((name) => chosen.has(name)),
  };
}

/** The model's odds after one more witness (Bayes): an answer that agrees makes surer, one that does not less sure. */
function weigh(prediction: Prediction, said: Operation, chosen: Operation): number {
  const likelihood = (name: Operation) =>
    name === said ? assumedAccuracy : (1 - assumedAccuracy) / (operations.length - 1);
  const odds = (name: Operation) => prediction.operation[name] * likelihood(name);
  return odds(chosen) / operations.reduce((sum, name) => sum + odds(name), 0);
}

function withEarlier(warnings: Warning[], earlier: Warning[]): Warning[] {
  const found = new Set(warnings.map(({ signal }) => signal));
  return [...warnings, ...earlier.filter(({ signal }) => !found.has(signal))];
}
