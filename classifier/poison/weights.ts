import trained from '../model/clauses.json' with { type: 'json' };

/** A linear model by the readable names of its features. */
export interface Linear {
  bias: number;
  structure: Record<string, number>;
  words: Record<string, number>;
}

/** What `npm run train` learns about clauses. */
export interface ClauseWeights {
  /** Lets through what is worth reading: over the rough reading of a sentence. */
  gate: Linear;
  /** Tells steering clauses: over the full reading. */
  clause: Linear;
  /** A clause steers where its score reaches this. */
  threshold: number;
}

export const clauseWeights: ClauseWeights = trained;
