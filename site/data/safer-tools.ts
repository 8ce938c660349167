import { operations, risks } from '../../classifier/taxonomy.ts';
import { nameWords } from './name-words.ts';
import type { NamedTool, ServerView } from './server-view.ts';
import { isPoisoned } from './warned.ts';

const mostShown = 3;

/** Words of names for one kind of act, and those for a milder act that can stand in for it. */
interface Substitute {
  for: string[];
  by: string[];
}

const substitutes: Substitute[] = [
  {
    for: ['delete', 'remove', 'destroy', 'drop', 'erase', 'purge', 'permanently delete'],
    by: ['archive', 'trash', 'disable', 'deactivate', 'soft delete', 'move to trash'],
  },
  {
    for: ['execute query', 'execute sql', 'run query', 'run sql'],
    by: ['query', 'read query', 'explain', 'explain query', 'explain sql'],
  },
  { for: ['overwrite', 'write'], by: ['edit', 'append', 'append to'] },
  { for: ['send'], by: ['draft', 'preview'] },
  { for: ['send email', 'send mail', 'send message'], by: ['draft', 'create draft'] },
  { for: ['force push'], by: ['push'] },
  { for: ['buy', 'pay', 'purchase', 'sell', 'transfer'], by: ['estimate', 'preview', 'quote'] },
];

/** What makes a tool of the same name the one that only looks or tries. */
const rehearsals = ['dry run', 'preview', 'read only', 'readonly', 'simulate', 'validate'];

/** Milder tools of the same server that do an act of the same kind to the same thing, by their names. */
export function saferTools(view: ServerView, tool: NamedTool): NamedTool[] {
  const own = severity(tool);
  if (own === null || tool.now.classification?.operation === 'read') return [];
  const wanted = new Set(namesInstead(tool.name));
  const found = view.current.flatMap((other) => {
    const theirs = severity(other);
    const isMilder = theirs !== null && theirs < own && wanted.has(keyOf(wordsOf(other.name)));
    return isMilder && !isPoisoned(other.now.classification?.warnings) ? [{ other, theirs }] : [];
  });
  return found
    .sort((a, b) => b.theirs - a.theirs)
    .slice(0, mostShown)
    .map(({ other }) => other);
}

function severity({ now: { classification } }: NamedTool): number | null {
  if (!classification) return null;
  const { operation, risk } = classification;
  return operations.indexOf(operation) * risks.length + risks.indexOf(risk);
}

/** The words of every name that a milder tool for the same end could have. */
function namesInstead(name: string): string[] {
  const words = wordsOf(name);
  const milder = substitutes.flatMap((substitute) =>
    substitute.for.flatMap((act) => {
      const things = without(words, act.split(' '));
      return things ? substitute.by.map((words) => [...things, ...words.split(' ')]) : [];
    }),
  );
  return [...milder, ...rehearsals.map((added) => [...words, ...added.split(' ')])].map(keyOf);
}

/** The words that are left; null where one of those to leave out is not there. */
function without(words: string[], left: string[]): string[] | null {
  return left.every((word) => words.includes(word))
    ? words.filter((word) => !left.includes(word))
    : null;
}

/** In the singular. */
function wordsOf(name: string): string[] {
  return nameWords(name).map((word) => word.replace(/(?<=..)s$/, ''));
}

function keyOf(words: string[]): string {
  return words.toSorted().join(' ');
}
