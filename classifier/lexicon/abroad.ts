import de from './abroad/de.json' with { type: 'json' };
import es from './abroad/es.json' with { type: 'json' };
import fr from './abroad/fr.json' with { type: 'json' };
import it from './abroad/it.json' with { type: 'json' };
import ja from './abroad/ja.json' with { type: 'json' };
import ko from './abroad/ko.json' with { type: 'json' };
import more from './abroad/more.json' with { type: 'json' };
import pt from './abroad/pt.json' with { type: 'json' };
import ru from './abroad/ru.json' with { type: 'json' };
import zh from './abroad/zh.json' with { type: 'json' };

/**
 * What a word of another language is called in English. The tables hold the forms of an English word. A form with a capital is a
 * noun of the act (`Löschung`), a final `*` stands for any of `endings`. What is a function word, or is English with
 * another meaning, is left out.
 */
export interface Abroad {
  english: string;
  /** The English verb of what it says is done. */
  verb: string | undefined;
  /** It is a noun, whether or not it says what is done. */
  isNoun: boolean;
}

interface Table {
  exact: Map<string, Abroad>;
  stems: Map<string, Abroad>;
}

const tables: Table = { exact: new Map(), stems: new Map() };
/** Its nouns are written together. */
const german: Table = { exact: new Map(), stems: new Map() };
/** Of scripts without spaces. */
const running = new Map<string, Abroad>();
/** How long the longest of them is that begins with two letters, by `pairAt`. */
const longestFrom = new Map<number, number>();
/** French nouns of acts that are spelt like English ones. */
const shared = new Map<string, string>();

/** English words that look like one of another language. */
const alsoEnglish = new Set(
  `no performance plane verification generation revision enterprise underscores whitespace commander handler handlers debit
   strategies administrator difference differences transformation por experience suppression percentages substitution
   union supervisor piece pieces pulse cheque diffusion touches vero spender cores rede una llama blocker frappe tempo phases
   creation evaluation insertion installer installers declaration declarations estimation enumeration suspension revocation
   edition duplication publications experimentation reduction problem problems details detail recent indices lance vide paye vend lit met sube llama cobra lose parties expansion exclusion ingestion interpretation inversion replica registrar modifier deployer responder payer matrices fusion redaction system systems optional`.split(
    /\s+/,
  ),
);
/** Of nouns and adjectives in German, of all inflected words in Russian. */
const endings = new Set(
  `ern en er es em e n s
   ами ями ого его ому ему ыми ими ах ях ам ям ов ев ей ой ий ый ая яя ое ее ые ие ою ею ую юю ом ем ым им ых их а я о е у
   ю ы и ь й аться яться иться еться уться ётся ется ются утся ится ятся атся ать ять ить еть уть оть ает яет ует ёт ет ут
   ют ит ат ят ают яют уют аем яем уем ём ай яй уй йте айте яйте уйте йся ите ьте уя`.split(/\s+/),
);
const longestEnding = 4;
const plurals = new Set('ы и ов ев ам ям ами ями ах ях'.split(' '));
/** Shorter words are no compounds, and shorter parts stand in too many words. */
const compound = { least: 9, part: 5 };
/** No word is longer: a hash, an encoded file. */
const longestWord = 40;

/** English words with their forms in another language, parted by spaces. */
type Forms = Record<string, string>;

for (const { acts } of [es, pt, fr, it, de, ru, more]) read(tables, acts, true);
for (const { things } of [es, pt, fr, it, de, ru]) read(tables, things, false);
read(german, de.things, false);
for (const { acts, things } of [zh, ja, ko]) {
  read({ exact: running, stems: running }, acts, true);
  read({ exact: running, stems: running }, things, false);
}
for (const form of running.keys()) {
  const code = pairAt(form, 0);
  longestFrom.set(code, Math.max(longestFrom.get(code) ?? 0, form.length));
}
for (const [english, text] of Object.entries(fr.shared))
  for (const form of text.split(' ')) shared.set(form, english);

function read({ exact, stems }: Table, forms: Forms, isAct: boolean): void {
  for (const [english, text] of Object.entries(forms)) {
    const verb = isAct ? english : undefined;
    const plain = { english, verb, isNoun: !isAct };
    const noun = { english, verb, isNoun: true };
    for (const form of text.split(' ')) {
      const word = form.toLowerCase();
      const isStem = word.endsWith('*');
      const bare = isStem ? word.slice(0, -1) : word;
      if (!isStem && alsoEnglish.has(bare)) continue;
      add(isStem ? stems : exact, bare, form === word ? plain : noun);
    }
  }
}

function add(words: Map<string, Abroad>, word: string, found: Abroad): void {
  const known = words.get(word);
  if (known === undefined) words.set(word, found);
  // `consulta` asks, and is a query; `pago` is a payment, and to pay.
  else if (found.verb === undefined && known.verb !== undefined)
    words.set(
      word,
      known.isNoun ? { ...known, english: found.english } : { ...known, isNoun: true },
    );
}

/** The verb of a French noun that is spelt like an English one: `modification`. */
export function sharedAct(word: string): string | undefined {
  return shared.get(word);
}

/** @param word in lower case */
export function abroadOf(word: string): Abroad | undefined {
  return word.length > longestWord || alsoEnglish.has(word)
    ? undefined
    : (inflected(tables, word) ?? (word.length >= compound.least ? partOf(word) : undefined));
}

function inflected({ exact, stems }: Table, word: string): Abroad | undefined {
  const whole = exact.get(word) ?? stems.get(word);
  if (whole !== undefined) return whole;
  for (let cut = 1; cut <= longestEnding && cut < word.length - 2; cut++) {
    const found = stems.get(word.slice(0, -cut));
    const ending = word.slice(-cut);
    // Several transfers are things.
    if (found !== undefined && endings.has(ending))
      return found.isNoun && plurals.has(ending) ? { ...found, verb: undefined } : found;
  }
  return undefined;
}

/** `Kundenliste` is a list: in German the last part says what it is. */
function partOf(word: string): Abroad | undefined {
  for (let at = 3; at <= word.length - compound.part; at++) {
    const found = inflected(german, word.slice(at));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Two letters as one number. */
function pairAt(text: string, start: number): number {
  return text.charCodeAt(start) * 0x10000 + text.charCodeAt(start + 1);
}

/** What the text at `start` begins with, in a script without spaces, and where it ends. */
export function runningAt(text: string, start: number): [word: Abroad, end: number] | undefined {
  const longest = longestFrom.get(pairAt(text, start)) ?? 0;
  for (let length = Math.min(longest, text.length - start); length > 1; length--) {
    const found = running.get(text.slice(start, start + length));
    if (found !== undefined) return [found, start + length];
  }
  return undefined;
}
