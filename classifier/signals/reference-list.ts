import { beginningLength, isRead, nameHas } from '../acts.ts';
import { quoteMatch, quoteUndenied } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const offered =
  /\b(?:supported|available|built-in|predefined|pre-configured|possible|valid|allowed|preset|curated)\s+(?:(?!(?:since|from|in|for|on|as|at|until|with|to)\b)[\w-]+\s){0,2}(?:languages?|models?|voices?|formats?|types?|categor(?:y|ies)|options?|presets?|templates?|networks?|chains?|currenc(?:y|ies)|countr(?:y|ies)|regions?|cit(?:y|ies)|commands?|tools?|fields?|themes?|styles?|icons?|fonts?|units?|symbols?|exchanges?|indicators?|features?|capabilit(?:y|ies)|components?|versions?|shapes?|robots?|abilities|strategies|plans?|packs?)\b/i;
const taught =
  /\b(?:best practices|(?:official|public|api|developer|product|framework|sdk|platform) (?:[\w.-]+ )?docs|docs (?:site|index|website)|(?:setup |coding |usage |getting started )?(?:instructions|guidelines)|documentation|api reference|openapi (?:schemas?|reference)|cheat ?sheet|tutorials?|code examples?|how to use)\b/gi;
/** The reader is only sent there: "See the documentation". */
const sent = /\b(?:see|read|refer to|consult|check|visit) (?:[\w'.-]+ ){0,3}$/i;
/** What somebody has, for each supported network or type. */
const held =
  /^(?:accounts?|wallets?|balances?|orders?|projects?|customers?|contacts?|files?|emails?|messages?|invoices?|issues?|tickets?)$/;
const named = new Set([
  'prompts',
  'supported',
  'tools',
  'available',
  'categories',
  'languages',
  'voices',
  'currencies',
  'presets',
  'guidelines',
  'instructions',
  'practices',
  'cheatsheet',
  'documentation',
]);

function isSent(text: string, start: number): boolean {
  return sent.test(text.slice(Math.max(0, start - 60), start));
}

export const referenceList: Signal = {
  id: 'reference-list',
  title: 'Returns what is on offer, or how to use it',
  why: 'Supported languages, presets, categories and instructions are the same for everyone.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['reads-private-data'] },
  where: {
    isRead: true,
    words: [
      ...named,
      'built',
      'predefined',
      'configured',
      'possible',
      'valid',
      'allowed',
      'preset',
      'curated',
      'reference',
      'docs',
      'openapi',
      'cheat',
      'tutorial',
      'tutorials',
      'example',
      'examples',
      'how',
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading) || held.test(reading.main?.object ?? '')) return [];
    if (nameHas(reading, named))
      return [{ signal: 'reference-list', pointer: text.name.pointer, quote: text.name.raw }];
    const { description } = text;
    const listed = quoteMatch('reference-list', description, offered, beginningLength);
    if (listed.length > 0) return listed;
    return quoteUndenied('reference-list', description, taught, isSent, beginningLength);
  },
  falsePositives: ['available domains of an account'],
  examples: {
    fires: [
      {
        tool: { name: 'list_codes', description: 'Lists all supported languages.' },
        quote: 'supported languages',
      },
      { tool: { name: 'get_best_practices' }, quote: 'get_best_practices' },
    ],
    silent: [
      { name: 'list_invoices', description: 'Lists the invoices of the account.' },
      {
        name: 'list_invoices',
        description: 'Lists invoices. See the documentation. Available since version 2.',
      },
    ],
  },
};
