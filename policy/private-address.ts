const scheme = '^[Hh][Tt][Tt][Pp][Ss]?://';
const end = '([:/?#]|$)';
const number = '[0-9]+';

/** Texts that do not begin with `http(s)://`, a plain host name, a port or none, and an end of both. */
const otherForm = [
  '^([^Hh]|$)',
  '^[Hh]([^Tt]|$)',
  '^[Hh][Tt]([^Tt]|$)',
  '^[Hh][Tt][Tt]([^Pp]|$)',
  '^[Hh][Tt][Tt][Pp]([^Ss:]|$)',
  '^[Hh][Tt][Tt][Pp][Ss]([^:]|$)',
  '^[Hh][Tt][Tt][Pp][Ss]?:([^/]|/[^/]|/?$)',
  `${scheme}([^A-Za-z0-9]|[A-Za-z0-9.-]+([^A-Za-z0-9.:/?#-]|:([^0-9]|$)|:[0-9]+[^0-9/?#])|$)`,
].join('|');

const privateTopLevels = 'localhost local internal intranet private corp home lan arpa'
  .split(' ')
  .map(anyCase);

/** Names that only a private network knows: without a dot, with an empty part, or of a private top level. */
const privateName = `${scheme}(${[
  `[A-Za-z0-9-]+${end}`,
  '[A-Za-z0-9.-]*\\.([.:/?#]|$)',
  `[A-Za-z0-9.-]*\\.(${privateTopLevels.join('|')})${end}`,
].join('|')})`;

/** What ends in a number is read as an IPv4 address; only four plain decimal parts mean the same to every reader. */
const oddNumber = `${scheme}(${[
  '[A-Za-z0-9.-]*\\.0[Xx][A-Za-z0-9-]*',
  `[A-Za-z0-9.-]*[A-Za-z-][A-Za-z0-9.-]*\\.${number}`,
  `(${number}\\.){1,2}${number}`,
  `(${number}\\.){4,}${number}`,
  `(${number}\\.)*(0[0-9]+|25[6-9]|2[6-9][0-9]|[3-9][0-9][0-9]|[0-9]{4,})(\\.${number})*`,
].join('|')})${end}`;

/** By the special-purpose registry of IANA, and what is multicast or reserved. */
const privateNumber = `${scheme}(${[
  `(0|10|127|22[4-9]|2[3-5][0-9])\\.${number}\\.${number}`,
  `100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\.${number}`,
  `169\\.254\\.${number}`,
  `172\\.(1[6-9]|2[0-9]|3[01])\\.${number}`,
  `192\\.(168\\.${number}|0\\.[02]|88\\.99|31\\.196|52\\.193|175\\.48)`,
  `198\\.(1[89]\\.${number}|51\\.100)`,
  '203\\.0\\.113',
].join('|')})\\.${number}${end}`;

/**
 * Patterns of which one is found in every text that is no plain `http(s)` address of a public host: whatever its
 * form, some reader of URLs could be led by it to this machine or a private network. A public name can still
 * resolve to one.
 */
export const privateAddress: { pattern: string; message: string }[] = [
  { pattern: otherForm, message: 'has to begin with http(s):// and a plain host name' },
  { pattern: oddNumber, message: 'may not hold a number that is read as an address' },
  {
    pattern: `${privateName}|${privateNumber}`,
    message: 'may not lead to this machine or a private network',
  },
];

/** Case-insensitive without a flag: patterns are read by engines that differ in flags. */
function anyCase(word: string): string {
  return [...word].map((letter) => `[${letter.toUpperCase()}${letter}]`).join('');
}
