import { isRead } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { ParameterClass } from '../lexicon/parameters.ts';
import type { Signal } from '../signal.ts';

const fetched: ReadonlySet<ParameterClass> = new Set<ParameterClass>([
  'id',
  'ids',
  'path',
  'url',
  'host',
  'query',
  'filter',
  'paging',
  'sql',
  'command',
  'secret',
  'output',
]);
const stored =
  /account|user|project|repo|workspace|organi[sz]ation|customer|team|server|cluster|database|campaign|portfolio|session|issue|current|your|page/i;

/** What is made is only returned. */
const returned =
  /\bembeddings? (?:for|of) (?:a |the )?(?:given )?text|\band returns? (?:it|them|the (?:code|text|svg|result))\b|^generates? (?:an? |the |custom )?(?:[\w/.-]+ ){0,4}(?:palettes?|snippets?|commands?|boilerplate|templates?|css|markup|html)\b(?![^.]*\b(?:sav(?:e|es|ed)|files?|disk|writes?|stores?)\b)|\b(?:adds?|sums?|subtracts?|multipl(?:y|ies)|divides?) (?:two |up |the |several |multiple |a list of )?(?:numbers|integers)\b(?! (?:to|in|into)\b)/i;

/** Arguments that name what lies elsewhere. */
const named = /table|connection|path|reference|instance|account|id$|key$/i;

export const inlineComputation: Signal = {
  id: 'inline-computation',
  title: 'Computes on nothing but its arguments',
  why: 'What the call hands over comes back formatted, checked or converted; nothing else is read.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['reads-private-data', 'ingests-untrusted'] },
  where: { verbs: ['compute', 'create'] },
  find: (text) => {
    const { reading } = text;
    const { main } = reading;
    if (main === undefined || reading.parameters.length === 0) return [];
    const computed =
      (main.verb === 'compute' && isRead(reading)) ||
      (main.verb === 'create' && returned.test(text.description?.clean ?? ''));
    if (!computed) return [];
    if (
      stored.test(text.name.clean) ||
      stored.test(text.description?.clean.slice(0, 200) ?? '') ||
      reading.parameters.some(
        ({ parameter, kinds }) =>
          named.test(parameter.name.clean) || kinds.some((kind) => fetched.has(kind)),
      )
    )
      return [];
    return [quoteAct('inline-computation', main)];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'generate_code',
          description: 'Generates code from a prompt and returns it.',
          inputSchema: { properties: { prompt: { type: 'string' } } },
        },
        quote: 'generate_code',
      },
      {
        tool: {
          name: 'validate_json',
          inputSchema: { properties: { json: { type: 'string' } } },
        },
        quote: 'validate_json',
      },
    ],
    silent: [
      { name: 'validate_file', inputSchema: { properties: { path: { type: 'string' } } } },
      { name: 'analyze_account', inputSchema: { properties: { days: { type: 'number' } } } },
    ],
  },
};
