/** "It also …", "then automatically …", "and … them": what a description adds to what the tool is for. */
const adverb =
  '(?:also|then|afterwards|automatically|atomically|additionally|permanently|immediately|subsequently)';

/**
 * A global pattern for an act that a later sentence or clause adds.
 * @param verbs third person singular ("deletes"), as alternatives of a regular expression
 * @param participles of the same verbs ("deleted")
 */
export function asideOf(verbs: string, participles: string): RegExp {
  const verb = `(?:${verbs})\\b`;
  return new RegExp(
    [
      `\\b${adverb} (?:${adverb} )?${verb}`,
      `(?:^|[.!;\\n]\\s*)(?:it|this|(?:this|the) tool) ${verb}`,
      `\\band (?:${adverb} )?${verb} (?:it|them)\\b`,
      `\\b(?:is|are|will be|gets?) (?:${adverb} )+(?:${participles})\\b`,
    ].join('|'),
    'gi',
  );
}
