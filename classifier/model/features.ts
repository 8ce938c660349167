import type { Hit } from '../decide.ts';
import { nounClasses } from '../lexicon/nouns.ts';
import { type VerbClass, verbClassOf } from '../lexicon/verbs.ts';
import type { Act, Reading } from '../reading.ts';
import { proseWords } from '../words.ts';

/** How grave a class of verbs is at worst; orders acts, and groups them for interactions. */
export const gravity: Record<VerbClass, number> = {
  wait: 0,
  compute: 0,
  get: 0,
  list: 0,
  search: 0,
  interface: 1,
  detach: 1,
  create: 1,
  update: 1,
  archive: 1,
  control: 1,
  manage: 1,
  publish: 1,
  send: 1,
  access: 1,
  clear: 2,
  overwrite: 2,
  delete: 2,
  exec: 2,
  pay: 2,
};

export function worstAct(acts: Act[]): Act | undefined {
  let worst: Act | undefined;
  for (const act of acts)
    if (worst === undefined || gravity[act.verb] > gravity[worst.verb]) worst = act;
  return worst;
}

/** Every feature of a reading, each once: what the model adds up. Names are what weights.json lists. */
export function features(reading: Reading, hits: Hit[]): Set<string> {
  const found = new Set<string>();
  const { nameAct, clauseActs, choices } = reading;
  const clauseAct = clauseActs[0];
  const worst = worstAct(choices);
  const verb = nameAct?.verb ?? clauseAct?.verb ?? 'none';
  found.add('bias');
  found.add(`name:${nameAct?.verb ?? 'none'}`);
  found.add(`clause:${clauseAct?.verb ?? 'none'}`);
  if (nameAct !== undefined && clauseAct !== undefined)
    found.add(`name+clause:${nameAct.verb}+${clauseAct.verb}`);
  if (nameAct) found.add(`name-verb:${stem(nameAct.word)}`);
  if (clauseAct) found.add(`clause-verb:${stem(clauseAct.word)}`);
  for (const act of clauseActs.slice(1)) found.add(`also:${act.verb}`);
  if (worst !== undefined) found.add(`choice:${worst.verb}`);
  for (const act of choices) found.add(`choices:${act.verb}`);
  kinds(found, 'object', nameAct?.kinds ?? 0, verb);
  kinds(found, 'clause-object', clauseAct?.kinds ?? 0, clauseAct?.verb ?? verb);
  kinds(found, 'name-kind', reading.nameKinds, verb);
  kinds(found, 'clause-kind', reading.clauseKinds, '');
  const group = `g${Math.max(nameAct ? gravity[nameAct.verb] : 0, clauseAct ? gravity[clauseAct.verb] : 0, worst ? gravity[worst.verb] : 0)}`;
  for (const { parameter, kinds: classes } of reading.parameters) {
    const at = parameter.depth === 0 ? 'takes' : 'nests';
    for (const kind of classes) {
      found.add(`${at}:${kind}`);
      if (at === 'takes') found.add(`takes:${kind}&${group}`);
    }
    if (parameter.depth === 0)
      for (const word of parameter.words) found.add(`parameter:${stem(word.text)}`);
  }
  for (const { signal } of hits) {
    found.add(`signal:${signal.id}`);
    found.add(`signal:${signal.id}&${verb}`);
  }
  if (reading.parameters.length === 0) found.add(`takes:nothing&${verb}`);
  for (const word of reading.text.nameWords) found.add(`name-word:${stem(word.text)}`);
  for (const word of reading.clause) found.add(`clause-word:${stem(word.text)}`);
  const description = reading.text.description?.clean ?? '';
  for (const word of proseWords(description, 0, Math.min(description.length, 700), 110))
    found.add(`word:${stem(word.text)}`);
  return found;
}

function kinds(found: Set<string>, at: string, mask: number, verb: string): void {
  if (mask === 0) {
    found.add(`${at}:unknown&${verb}`);
    return;
  }
  for (let bit = 0; bit < nounClasses.length; bit++) {
    if ((mask & (1 << bit)) === 0) continue;
    found.add(`${at}:${nounClasses[bit]}`);
    if (verb !== '') found.add(`${at}:${nounClasses[bit]}&${verb}`);
  }
}

/** A word without its plural or third person ending. */
export function stem(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us'))
    return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return verbClassOf.has(word) && word.endsWith('ches') ? word.slice(0, -2) : word.slice(0, -1);
}
