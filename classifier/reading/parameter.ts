import type { ParameterClass } from '../lexicon/parameters.ts';
import type { Parameter } from '../text.ts';
import type { Term } from '../vocabulary.ts';
import { nameWords } from '../words.ts';

export interface ReadParameter {
  parameter: Parameter;
  kinds: readonly ParameterClass[];
  /** Its whole name, written together. */
  joined: Term;
}

/** `mode: driving | walking` chooses no act. */
export function readParameter(parameter: Parameter): ReadParameter {
  const { joined, kinds } = parameter.read;
  const choosesNothing =
    kinds.includes('action') && parameter.values.length > 0 && !namesVerb(parameter);
  return {
    parameter,
    kinds: choosesNothing ? kinds.filter((kind) => kind !== 'action') : kinds,
    joined,
  };
}

export function groupByKind(parameters: ReadParameter[]): Map<ParameterClass, ReadParameter[]> {
  const groups = new Map<ParameterClass, ReadParameter[]>();
  for (const parameter of parameters) {
    for (const kind of parameter.kinds) {
      const group = groups.get(kind);
      if (group === undefined) groups.set(kind, [parameter]);
      else group.push(parameter);
    }
  }
  return groups;
}

function namesVerb(parameter: Parameter): boolean {
  return parameter.values.some((value) =>
    nameWords(value.clean).some(
      ({ term: { verb, inflected } }) => verb !== undefined && !inflected,
    ),
  );
}
