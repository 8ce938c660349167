import { operations, risks } from '../../classifier/taxonomy.ts';
import { nameWords } from './name-words.ts';
import type { NamedTool, ServerView } from './server-view.ts';

const mostShown = 3;
/** What begins something new is no milder way to end, change or run what is there. */
const beginning = new Set(['add', 'create', 'generate', 'insert', 'new', 'register', 'start']);

/** Milder tools of the same server that act on the same thing, the most alike first. */
export function saferTools(view: ServerView, tool: NamedTool): NamedTool[] {
  const own = severity(tool);
  if (own === null || tool.now.classification?.operation === 'read') return [];
  const things = thingsOf(tool.name);
  const alike = view.current.flatMap((other) => {
    if (nameWords(other.name).some((word) => beginning.has(word))) return [];
    const theirs = severity(other);
    const shared = things.intersection(thingsOf(other.name)).size;
    return theirs !== null && theirs < own && shared > 0 ? [{ other, shared, theirs }] : [];
  });
  return alike
    .sort((a, b) => b.shared - a.shared || b.theirs - a.theirs)
    .slice(0, mostShown)
    .map(({ other }) => other);
}

function severity({ now: { classification } }: NamedTool): number | null {
  if (!classification) return null;
  const { operation, risk } = classification;
  return operations.indexOf(operation) * risks.length + risks.indexOf(risk);
}

/** The words of a name without the verb that begins it, singular. */
function thingsOf(name: string): Set<string> {
  const words = nameWords(name).slice(1);
  return new Set(words.filter((word) => word.length > 2).map((word) => word.replace(/s$/, '')));
}
