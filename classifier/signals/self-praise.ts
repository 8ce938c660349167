import { quoteFound } from '../evidence.ts';
import type { WarningSignal } from '../warning-signal.ts';

const praises =
  /\b(?:world'?s|in the world)\b|\b(?:trusted|used|recommended|loved) (?:by|from) (?:\d+ ?%|experts?|professionals?|leading|top|millions|wall street|fortune|industry)|\baward[- ]winning\b|\bindustry[- ](?:leading|standard)\b|\b(?:most (?:advanced|reliable|trusted|comprehensive|accurate)|ultimate|unmatched|unrivall?ed|superior|flawless|best[- ]in[- ]class)\b|\b(?:100|99(?:\.9+)?) ?% (?:reliab|accura|uptime)\w*|\bguarantee/gi;

/** Without one of these words there is no heap of praise: a cheap look before the pattern. */
const telling = new Set(
  "world world's ultimate industry award trusted superior unmatched guarantee guarantees guaranteed best most".split(
    ' ',
  ),
);

/** Enough by itself. */
const boast =
  /\bbest (?:\w+ )?(?:tool|server|api)\b[^.]{0,30}\b(?:in the world|ever|for everything)\b|\bworld'?s best\b/i;

export const selfPraise: WarningSignal = {
  id: 'self-praise',
  title: 'Advertises itself to the model',
  why: 'Models pick tools by their descriptions; piled up superlatives draw calls away from the tool that the user wants.',
  status: 'stable',
  strength: 'weak',
  suggests: {
    warning: {
      class: 'poisoning',
      severity: 'low',
      message: 'It praises itself so that the model prefers it to other tools.',
      owasp: ['MCP03:2025'],
      atlas: ['AML.T0110', 'AML.T0111'],
    },
  },
  find({ description, descriptionWords }) {
    if (description === undefined || !descriptionWords.some(({ text }) => telling.has(text)))
      return [];
    const found = [...description.clean.matchAll(praises)];
    const kinds = new Set(found.map(([praise]) => praise.toLowerCase()));
    const first = found[0];
    if (first === undefined) return [];
    if (kinds.size < 3 && !boast.test(description.clean)) return [];
    return [quoteFound('self-praise', description, first)];
  },
  falsePositives: ['Marketing copy in a description, where three superlatives meet by chance.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'finder',
          description:
            'The world’s most advanced finder: award-winning, trusted by experts, with 100% accuracy.',
        },
        quote: 'world’s',
      },
    ],
    silent: [
      { name: 'search', description: 'The most comprehensive index of open source licences.' },
      { name: 'rank', description: 'Returns the most reliable suppliers of the industry.' },
    ],
  },
};
