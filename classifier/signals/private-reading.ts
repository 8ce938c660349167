import { isRead, readActs, shows, speaksOf } from '../acts.ts';
import { hasKind, quoteAct } from '../evidence.ts';
import type { Act } from '../reading/act.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';
import type { Text } from '../text.ts';
import { componentLibrary } from './component-library.ts';
import { healthCheck } from './health-check.ts';
import { openData } from './open-data.ts';
import { pageByAddress } from './page-by-address.ts';
import { publicPlatform } from './public-platform.ts';

const general =
  /^(?:page|list|status|version|versions|capabilit(?:y|ies)|time|types?|models?|packages?|docs?|web|webpages?|health|connections?|sessions?|queues?)$/;

/** What the name says of a thing, whatever the thing is. */
const about = /^(?:versions?|capabilit(?:y|ies)|health|help|types?)$/;

/** The name says what it is, or the sentence that it is public. */
function inNameOrPublic(text: Text): boolean {
  return openData
    .find(text)
    .some(({ pointer, quote }) => pointer === text.name.pointer || /^public/i.test(quote));
}

/** What another signal knows to be open to everyone. */
function isOpen(text: Text): boolean {
  if (inNameOrPublic(text)) return true;
  return [pageByAddress, publicPlatform, healthCheck, componentLibrary].some(
    (signal) => signal.find(text).length > 0,
  );
}

/** Not a later verb of a sentence about something else ("generates a map that presents branches"). */
function leads(reading: Reading, act: Act): boolean {
  return act === reading.nameAct || act === reading.clauseActs[0] || reading.choices.includes(act);
}

/** A graph of what was remembered. */
const remembered = new Set(['knowledge', 'memory', 'memories']);

/** A choice without an object looks at what the tool is about; 用户 in a sentence is mostly the caller. */
function holdsPrivate(reading: Reading, act: Act): boolean {
  if (act.object === '' && act.passage.kind === 'description')
    return hasKind(act.kinds, 'business', 'mail', 'file', 'record');
  const kinds =
    act.object === '' && act.passage.kind === 'enum'
      ? reading.nameKinds | reading.clauseKinds
      : act.kinds;
  if (/^(?:graphs?|nodes?|observations?)$/.test(act.object) && speaksOf(reading, remembered))
    return true;
  return hasKind(kinds, 'business', 'people', 'mail', 'file', 'record');
}

export const privateReading: Signal = {
  id: 'private-reading',
  title: 'Returns private, personal or business data',
  why: 'Mail, files, records, people, logs and work items belong to someone.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'medium', capability: 'reads-private-data' },
  where: {
    verbs: ['get', 'list', 'search'],
    nouns: ['business', 'people', 'mail', 'file', 'record'],
    words: [...remembered],
  },
  find: (text) => {
    const { reading } = text;
    const { nameAct } = reading;
    if (nameAct !== undefined && isRead(reading) && about.test(nameAct.object)) return [];
    const acts = readActs(reading).filter(
      (act) =>
        shows.has(act.verb) &&
        (leads(reading, act) || (isRead(reading) && reading.nameAct?.verb !== 'compute')) &&
        !general.test(act.object) &&
        holdsPrivate(reading, act),
    );
    if (acts.length === 0 || isOpen(text)) return [];
    return acts.slice(0, 2).map((act) => quoteAct('private-reading', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'read_email' }, quote: 'read_email' },
      {
        tool: {
          name: 'invoices',
          inputSchema: { properties: { action: { enum: ['list', 'pay'] } } },
        },
        quote: 'list',
      },
    ],
    silent: [{ name: 'get_weather' }, { name: 'send_email' }],
  },
};
