import { isHarmlessName } from './secret-names.ts';

/** What names what is started, or is no credential by its form: a path, a script, a scoped package, an address, a version. */
const harmlessValue =
  /^(~|\.{1,2})?\/|^[a-z]:[\\/]|^[\w./\\-]+\.([cm]?[jt]s|py|rb|sh|jar|exe|json|toml|ya?ml|db|sqlite)$|^@[\w.-]+\/[\w.@-]+$|^[a-z][a-z\d+.-]*:\/\/|^(true|false|on|off|yes|no|stdio|sse|https?|streamable-http|localhost)$|^[\d.]{1,3}$/i;
const flag = /^--?[a-z][\w.-]*$/i;
const flagWithValue = /^(--?[a-z][\w.-]*|\/[a-z][\w-]*)[=:](.+)$/is;
/** `-phunter2`: the flag is one letter, and the rest no word. */
const gluedValue = /^-[a-z](?=.*\d)([^=:\s]{4,})$/i;

/**
 * Values of a command line that nothing is known of: what follows a flag, and what a query parameter holds, unless
 * its name or its form says that it is a setting. A server gets them, since it may not start without; nobody sees them.
 */
export function possibleSecrets(words: readonly string[]): string[] {
  const found = words.flatMap((word, index) => {
    const before = words[index - 1] ?? '';
    const inside = /\s/.test(word) ? possibleSecrets(word.split(/\s+/)) : [];
    const [, name = '', value = ''] = flagWithValue.exec(word) ?? [];
    if (value !== '' && isUnknown(name, value)) inside.push(value);
    inside.push(gluedValue.exec(word)?.[1] ?? '');
    if (flag.test(before) && !isUnknownCommandLine(before, word) && isUnknown(before, word)) {
      inside.push(word);
    }
    return [...inside, ...possibleSecretsOfUrls(word)];
  });
  return found.filter((value) => value !== '');
}

/** `sh -c`: the parts of the word are looked at one by one. */
function isUnknownCommandLine(before: string, word: string): boolean {
  return /^-\w*c(ommand)?$/i.test(before) && /\s/.test(word);
}

function isUnknown(name: string, value: string): boolean {
  return (
    !isHarmlessName(name) &&
    !flag.test(value) &&
    !flagWithValue.test(value) &&
    !harmlessValue.test(value)
  );
}

function possibleSecretsOfUrls(word: string): string[] {
  return [...word.matchAll(/[a-z][a-z\d+.-]*:\/\/[^\s"']+/gi)].flatMap(([address]) => {
    const query = /\?([^#]*)/.exec(address)?.[1] ?? '';
    return query.split('&').flatMap((pair) => {
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (at < 0 || isHarmlessName(pair.slice(0, at)) || harmlessValue.test(value)) return [];
      return [value];
    });
  });
}
