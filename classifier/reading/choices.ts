import type { Parameter, Passage, Text } from '../text.ts';
import { nameWords, type Word, wordOf } from '../words.ts';
import { type Act, act } from './act.ts';
import { nameAct } from './name-act.ts';
import type { ReadParameter } from './parameter.ts';

/** Acts that one parameter chooses between. */
export function choices(text: Text, parameters: ReadParameter[]): Act[] {
  const acts: Act[] = [];
  for (const { parameter, kinds } of parameters) {
    if (
      !kinds.includes('action') ||
      (parameter.depth > 0 && !/^(?:action|operation)$/i.test(parameter.name.clean))
    )
      continue;
    if (
      parameter.words.at(-1)?.text === 'type' &&
      parameter.values.length > 0 &&
      !mostlyVerbs(parameter)
    )
      continue;
    if (parameter.values.some((value) => /^(?:GET|POST|SELECT)$/.test(value.clean))) continue;
    for (const value of parameter.values) {
      const found = nameAct(value, nameWords(value.clean));
      if (found !== undefined && !happened(found.word)) acts.push(found);
    }
    if (parameter.values.length === 0 && parameter.text !== undefined)
      acts.push(...listedActs(parameter.text));
    if (parameter.values.length === 0 && text.description !== undefined)
      acts.push(...listedActs(text.description));
  }
  return acts;
}

/** `created`, `deleted`: what is looked for, not what is done. */
function happened(word: string): boolean {
  return /[a-z]{3}ed$/.test(word) && !/^(?:embed|exceed|proceed|succeed|breed|speed)$/.test(word);
}

function mostlyVerbs(parameter: Parameter): boolean {
  const verbs = parameter.values.filter((value) => {
    const first = nameWords(value.clean)[0]?.term;
    return first?.verb !== undefined && !first.nounish;
  });
  return verbs.length * 2 > parameter.values.length;
}

const listOpening =
  /\b(?:actions?|operations?|modes?|commands?|one of|supports?|either)\b[^\n.:]{0,30}[:=]\s*/gi;

/** `Actions: list, get, delete`, `action='delete'`: the listed words that are plain verbs. */
function listedActs(passage: Passage): Act[] {
  const acts: Act[] = [];
  const part = passage.clean.length > 3000 ? passage.clean.slice(0, 3000) : passage.clean;
  for (const opening of part.matchAll(listOpening)) {
    const from = opening.index + opening[0].length;
    const end = /[.\n]/.exec(part.slice(from, from + 300));
    const to = from + (end === null ? Math.min(300, part.length - from) : end.index);
    for (const word of part.slice(from, to).matchAll(/[A-Za-z][A-Za-z_]*/g)) {
      const start = from + word.index;
      const before = part[start - 1] ?? ' ';
      if (!/[\s'"`|/,(=]/.test(before)) continue;
      const item = nameWords(word[0])[0] as Word;
      if (item.term.verb === undefined || item.term.nounish) continue;
      acts.push(act(passage, wordOf(item.term, start + item.start, start + item.end), undefined));
    }
  }
  return acts;
}
