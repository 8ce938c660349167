import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const books = /^(?:book|register|renew|rent|hire|order)$/;
const paid = /^(?:flights?|hotels?|trains?|rides?|domains?|cruises?|food|pizza|groceries|humans?)$/;
/** Of what is registered or renewed, a domain is paid for. */
const yearly = /^(?:register|renew)$/;
const unreal =
  /^(?:quote|preview|search|check|cancel|list|get|link|availability|history|status|agent|sandbox|custom)$/;

export const paidBooking: Signal = {
  id: 'paid-booking',
  title: 'Books or registers what is paid for',
  why: 'A booked flight, a ride or a registered domain is charged.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { words: [...wordsOf(books)] },
  find: (text) => {
    const words = text.nameWords.map((word) => word.text);
    const verb = words.findIndex((word) => books.test(word));
    if (verb < 0 || words.some((word) => unreal.test(word))) return [];
    const near = [words[verb + 1] ?? '', words[verb + 2] ?? '', words[verb - 1] ?? ''];
    const bought = yearly.test(words[verb] ?? '') ? /^domains?$/ : paid;
    return near.some((word) => bought.test(word))
      ? [{ signal: 'paid-booking', pointer: text.name.pointer, quote: text.name.raw }]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'book_flight' }, quote: 'book_flight' },
      { tool: { name: 'register_domain' }, quote: 'register_domain' },
    ],
    silent: [
      { name: 'register_car' },
      { name: 'search_books' },
      { name: 'cancel_hotel_booking' },
      { name: 'book_review' },
    ],
  },
};
