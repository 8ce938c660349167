import { dummyValue } from '../../crawler/dummies.ts';
import type { ConfiguredServer } from '../../policy/client.ts';
import { possibleSecrets } from './possible-secrets.ts';
import { isSecretName } from './secret-names.ts';

/** A value that looks like a credential by itself: a known prefix, or long and mixed. */
const secretValue =
  /^(sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abpr]|AKIA|ASIA|AIza|eyJ|ya29|npm|hf|pat)[-_.A-Za-z0-9]{8,}|^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9+/_=-]{24,}$/;

/** A path of a file is none, however long it is. */
function isSecretValue(text: string): boolean {
  if (!secretValue.test(text)) return false;
  return !/^~?\//.test(text) || text.split('/').some((segment) => secretValue.test(segment));
}

export const redacted = '[redacted]';

/** Everything in a configured server that may be a credential: none of it is printed or stored. */
export function secretsOf({ target }: ConfiguredServer): string[] {
  if (target.type !== 'stdio') {
    const found = [...Object.values(target.headers), ...secretsOfUrl(target.url)];
    return withParts([...found, ...possibleSecrets([target.url])]);
  }
  const words = [target.command, ...target.args];
  const found = [...Object.values(target.env), ...secretsOfWords(words)];
  return withParts([...found, ...possibleSecrets(words)]);
}

/** Each credential, and what a blank separates in it: `Bearer` and the token. */
function withParts(found: string[]): string[] {
  const parts = found.flatMap((value) => [value, ...value.split(/\s+/)]);
  return [...new Set(parts)].filter((value) => value.length >= 4);
}

const headerFlag = /^(-H|--header)$/;
/** `sh -c`, `bash -lc`, `cmd /c`, `powershell -Command`: the next word is a command line, and blanks end a value. */
const shellFlag = /^(-\w*c|\/c|-command)$/i;

function secretsOfWords(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    const before = words[index - 1] ?? '';
    if (headerFlag.test(before)) return [headerValue(word)];
    if (before.startsWith('-') && isSecretName(before)) return [word];
    if (userName.test(before)) return passwordOf(word);
    const isCommandLine = index === 0 || shellFlag.test(before);
    return secretsOfWord(word, isCommandLine);
  });
}

/** `-u bob:…`: curl's way to write a login; two numbers are a user and a group. */
const userName = /^--?(u|user|username|login|account)$/i;

function passwordOf(login: string): string[] {
  const at = login.indexOf(':');
  return at < 0 || /^\d+:\d+$/.test(login) ? [] : [login.slice(at + 1), login];
}

/** `Name: value`; without a name all of it. */
function headerValue(text: string): string {
  return text.slice(text.indexOf(':') + 1).trim();
}

const quoted = `"[^"]*"|'[^']*'`;
const scheme = '(?:(?:Bearer|Basic|Token|Digest)\\s+)?';
const pairs = (value: string) =>
  new RegExp(`([\\w.-]{1,100})["']?\\s*[:=]\\s*${scheme}(${quoted}|${value})`, 'gi');
const pairInLine = pairs(`[^\\s;&"']+`);
const pairAlone = pairs(`[^;&"']+`);
const flagInLine = new RegExp(`(?<=^|\\s)(--?[\\w-]{1,100})\\s+(${quoted}|[^\\s;&"']+)`, 'g');
const bearer = /\b(bearer|basic)\s+([^\s;&"']+)/gi;

/** The credentials in a text that have a name or an address around them. */
export function secretsOfText(text: string): string[] {
  return secretsOfWord(text, true);
}

function secretsOfWord(word: string, isCommandLine: boolean): string[] {
  const found: string[] = [];
  const value = isCommandLine ? pairInLine : pairAlone;
  for (const pattern of [value, flagInLine, bearer]) {
    for (const [, name = '', text = ''] of word.matchAll(pattern)) {
      const bare = text.replace(/^["']|["']$/g, '');
      if (headerFlag.test(name)) found.push(headerValue(bare));
      else if (isSecretName(name)) found.push(bare);
      else if (userName.test(name)) found.push(...passwordOf(bare));
    }
  }
  // A pair within the value of another: `--env=API_KEY=…`.
  for (const piece of word.split(/[\s;&,"'`]+/)) {
    const [, login = ''] = /^--?user(?:name)?=(.*)/i.exec(piece) ?? [];
    found.push(...passwordOf(login));
    const names = piece.split(/[:=]/);
    names.forEach((name, index) => {
      const rest = names.slice(index + 1).join('=');
      if (rest !== '' && isSecretName(name)) found.push(piece.slice(piece.length - rest.length));
      if (isSecretValue(name)) found.push(name);
    });
    if (isSecretValue(piece)) found.push(piece);
  }
  for (const [address] of word.matchAll(/[a-z][a-z\d+.-]*:\/\/[^\s"']+/gi)) {
    found.push(...secretsOfUrl(address));
  }
  return found;
}

function secretsOfUrl(text: string): string[] {
  const login = loginOf(text);
  if (!URL.canParse(text)) return login;
  const url = new URL(text);
  const found = [...login, url.username, url.password].filter((part) => part !== '');
  for (const [name, value] of url.searchParams) {
    if (isSecretName(name) || isSecretValue(value)) found.push(value);
  }
  found.push(...secretSegments(url));
  return found.flatMap((part) => [part, decodeOr(part)]);
}

/**
 * Everything between `://` and the last `@`: a password may hold any character, also `/`. Where no user is named,
 * a web address with a whole host name may have an `@` in its path: `https://esm.example/package@1.2.3`.
 */
function loginOf(text: string): string[] {
  const [, before = '', login = ''] = /^([^:]+):\/\/(.*)@/s.exec(text) ?? [];
  if (login === '') return [];
  const isWeb = /^https?$/i.test(before) && /^([\w-]+\.[\w.-]+|localhost)(:\d+)?[/?#]/i.test(login);
  if (isWeb) return [];
  const [user = '', ...password] = login.split(':');
  return [login, user, password.join(':')].filter((part) => part !== '');
}

/** Some hosts make the credential a part of the address: of the path, or the first name of the host. */
function secretSegments(url: URL): string[] {
  const segments = url.pathname.split('/').filter((segment) => isSecretValue(segment));
  return [...segments, ...url.hostname.split('.').filter((label) => randomLabel.test(label))];
}

/** Long, of letters and at least four digits, without the hyphens of a name that a person or a cloud chose. */
const randomLabel = /^(?=(?:.*\d){4})(?=.*[a-z])[a-z\d]{24,63}$/;

/** Without its credential such a server cannot be reached. */
export function addressIsSecret({ target }: ConfiguredServer): boolean {
  return (
    target.type !== 'stdio' &&
    URL.canParse(target.url) &&
    secretSegments(new URL(target.url)).length > 0
  );
}

function decodeOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `text` with every secret replaced, the longest first so that no rest of one stays. */
export function redact(text: string, secrets: Iterable<string>): string {
  let clean = text;
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    clean = clean.split(secret).join(redacted);
  }
  return clean;
}

/** What stands for a credential in a command line: the name of no package of any registry. */
const standIn = '_redacted_';

/** The server's target without any credential: what may be started, reached and shown. */
export function withoutSecrets(server: ConfiguredServer): ConfiguredServer {
  const { target } = server;
  if (target.type !== 'stdio') {
    const url = redactUrl(target.url);
    return { ...server, target: { ...target, url, headers: {} } };
  }
  const env = Object.fromEntries(
    Object.keys(target.env).map((name) => [name, dummyValue({ name })]),
  );
  const clean = wordCleaner([target.command, ...target.args], target.env);
  const args = target.args.map(clean);
  return { ...server, target: { ...target, command: clean(target.command), args, env } };
}

/** Shorter values of the environment are words too (`SERVICE=github`): no part of another word is one. */
const shortestSecret = 12;

function wordCleaner(words: string[], env: Record<string, string>): (word: string) => string {
  const values = withParts(Object.values(env));
  const isWord = (value: string) => value.length < shortestSecret && /^[a-z\d]+$/i.test(value);
  const secrets = [
    ...withParts(secretsOfWords(words)),
    ...values.filter((value) => !isWord(value)),
  ];
  const asWhole = new Set(values.filter(isWord));
  return (word) =>
    redact(word, secrets)
      .split(/([\s:=;&,"'`/@?]+)/)
      .map((piece) => (asWhole.has(piece) ? redacted : piece))
      .join('')
      .replaceAll(redacted, standIn);
}

function redactUrl(text: string): string {
  if (!URL.canParse(text)) return '';
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  for (const segment of secretSegments(url)) {
    url.pathname = url.pathname.replace(segment, 'x');
    url.hostname = url.hostname.replace(segment, 'x');
  }
  for (const [name, value] of [...url.searchParams]) {
    if (isSecretName(name) || isSecretValue(value)) url.searchParams.delete(name);
  }
  return url.href;
}
