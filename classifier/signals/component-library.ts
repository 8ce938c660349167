import { isRead } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import { findOnce } from '../find-once.ts';
import { mentions } from '../lexicon/products.ts';
import type { Signal } from '../signal.ts';
import type { Text } from '../text.ts';

/** Public design systems and libraries of parts to build with, whose names mean nothing else. */
const libraries =
  `shadcn ant[- ]?design antd material[- ]ui mui mantine chakra[- ]ui vuetify primevue primeng primereact
  patternfly hero[- ]?ui daisy[- ]?ui flowbite tailwind(?:css)? element[- ]plus lucide font[- ]?awesome headless[- ]?ui
  fluent[- ]?ui webawesome shoelace preline tweakcn`.split(/\s+/);
const library = new RegExp(`\\b(?:${libraries.join('|')})\\b`, 'i');
/** Parts of such a library, in whatever words its documentation stands. */
const parts =
  /\b(?:(?:ui|react|vue|angular|svelte|web|reusable|design system) (?:components?|blocks?|icons?|patterns?|primitives)|component (?:docs|documentation|library|examples?|metadata|props|usage|demos?)|(?:docs|documentation|demo|demo code|examples?|example code|usage|props|source code|guidelines) (?:of|for|from|illustrating how) (?:an? |the |all |how )?(?:[\w/.@-]+ ){0,4}(?:components?|blocks?|icons?)|design tokens|utility classes|icon (?:set|library|search|names?))\b/i;
/** Of one's own project or drawing, not of the library. */
const own =
  /\b(?:your|my|this|the (?:current|open|user's|local|selected)) (?:[\w-]+ )?(?:project|codebase|repo|repository|file|files|document|workspace|page|canvas|app)\b|\blocal(?:ly)?\b|\bselected\b/i;

/** How much of a description says what a tool is about, in UTF-16 units. */
const beginning = 300;

function isOwned(text: Text): boolean {
  const said = text.description?.clean.slice(0, beginning) ?? '';
  return own.test(said) || mentions(text).owned !== undefined;
}

export const componentLibrary: Signal = {
  id: 'component-library',
  title: 'Returns parts of a public design system',
  why: 'Components, icons and their documentation are the same for everyone who builds with them.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['reads-private-data'] },
  where: {
    isRead: true,
    words: [
      'component',
      'components',
      'block',
      'blocks',
      'icon',
      'icons',
      'theme',
      'themes',
      'primitives',
      'tokens',
      'classes',
      'pattern',
      'patterns',
      'design',
      'ui',
      ...libraries.flatMap((name) => name.match(/[a-z]{3,}/g) ?? []),
    ],
  },
  find: findOnce((text) => {
    const { description, reading } = text;
    if (!isRead(reading) || isOwned(text)) return [];
    const named = quoteMatch('component-library', description, library, beginning);
    if (named.length > 0 || reading.byKind.has('path')) return named;
    return quoteMatch('component-library', description, parts, beginning);
  }),
  falsePositives: ['components of a design file whose editor is not named'],
  examples: {
    fires: [
      {
        tool: {
          name: 'get_component',
          description: 'Get the source code for a specific shadcn/ui component',
        },
        quote: 'shadcn',
      },
      {
        tool: { name: 'search_icons', description: 'Searches the icon library.' },
        quote: 'icon library',
      },
    ],
    silent: [
      { name: 'get_servers', description: 'Returns the bootstrap servers of the cluster' },
      { name: 'get_component', description: 'Get a component of the current Figma file' },
      { name: 'measures_component', description: 'Get measures for a component of a project' },
    ],
  },
};
