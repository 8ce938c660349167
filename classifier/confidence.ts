/** A confidence with three digits, never rounded up to certainty. */
export function statedConfidence(probability: number): number {
  return Math.min(0.999, Math.round(probability * 1000) / 1000);
}

/** The probability with two digits for a person, never rounded up to certainty. */
export function confidenceNumber(probability: number): string {
  return Math.min(probability, 0.99).toFixed(2);
}
