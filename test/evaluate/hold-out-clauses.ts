import { findSteering } from '../../classifier/poison/steering.ts';
import { seedOf } from './attack-corpus.ts';
import { type Bag, learnClauses } from './clause-model.ts';
import { learnGate, passesLearned } from './gate-model.ts';
import { trainingBags } from './train-clauses.ts';

/** How often held-out attacks are found, and how often held-out harmless texts are flagged. */
export interface HeldOut {
  threshold: number;
  found: Share;
  byLanguage: Record<string, Share>;
  byFamily: Record<string, Share>;
  /** Real definitions of servers that the model has not seen. */
  realFlagged: Share;
  /** Definitions that were written to learn from, of servers that it has not seen. */
  writtenFlagged: Share;
  /** How many of the real definitions, by server: one server may repeat one sentence. */
  flaggedServers: Record<string, number>;
  /** Our own harmless texts that resemble an attack. */
  resemblingFlagged: Share;
}

export interface Share {
  hits: number;
  of: number;
}

const folds = 4;
const thresholds = [0.5, 1, 1.25, 1.5, 2, 2.5];

/**
 * The clause model on what it has not seen: every template, and every server, is judged by weights that were
 * trained without it. `by` family is harder: a whole family of attacks is left out, in every language.
 */
export function holdOutClauses(by: 'template' | 'family'): HeldOut[] {
  const bags = trainingBags();
  const foldOf = (bag: Bag) =>
    seedOf(by === 'family' && bag.harmful ? bag.family : bag.group) % folds;
  const results = thresholds.map((threshold) => emptyResult(threshold));
  for (let fold = 0; fold < folds; fold++) {
    const training = bags.filter((bag) => foldOf(bag) !== fold);
    const learned = learnClauses(training);
    const gate = learnGate(training, learned);
    for (const bag of bags.filter((one) => foldOf(one) === fold)) {
      const clauses = bag.clauses.filter((clause) => passesLearned(clause, gate));
      for (const result of results)
        count(result, bag, findSteering(clauses, learned.score, result.threshold).length > 0);
    }
  }
  return results;
}

function emptyResult(threshold: number): HeldOut {
  const none = () => ({ hits: 0, of: 0 });
  return {
    threshold,
    found: none(),
    byLanguage: {},
    byFamily: {},
    realFlagged: none(),
    writtenFlagged: none(),
    flaggedServers: {},
    resemblingFlagged: none(),
  };
}

function count(result: HeldOut, bag: Bag, hit: boolean): void {
  if (!bag.harmful) {
    const real = bag.family === 'real';
    const written = bag.family === 'written' ? result.writtenFlagged : result.resemblingFlagged;
    add(real ? result.realFlagged : written, hit);
    if (real && hit) result.flaggedServers[bag.group] = (result.flaggedServers[bag.group] ?? 0) + 1;
    return;
  }
  add(result.found, hit);
  result.byLanguage[bag.language] ??= { hits: 0, of: 0 };
  result.byFamily[bag.family] ??= { hits: 0, of: 0 };
  add(result.byLanguage[bag.language] as Share, hit);
  add(result.byFamily[bag.family] as Share, hit);
}

function add(share: Share, hit: boolean): void {
  share.of += 1;
  if (hit) share.hits += 1;
}

if (import.meta.main) {
  const by = process.argv.includes('family') ? 'family' : 'template';
  for (const result of holdOutClauses(by)) console.log(JSON.stringify(result));
}
