import type { ConfiguredServer } from '../../policy/client.ts';

/** Words that name a credential in an environment variable, flag or query parameter. */
const secretName =
  /(key|token|secret|passw|pwd|auth|credential|bearer|cookie|session|signature|sig|dsn|pat)\b|(key|token|secret|password)/i;
/** A value that looks like a credential by itself: a known prefix, or long and mixed. */
const secretValue =
  /^(sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abpr]|AKIA|ASIA|AIza|eyJ|ya29|npm|hf|pat)[-_.A-Za-z0-9]{8,}|^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9+/_=-]{24,}$/;

export const redacted = '[redacted]';

/** Everything in a configured server that may be a credential. None of it is printed, stored or sent. */
export function secretsOf({ target }: ConfiguredServer): string[] {
  const found =
    target.type === 'stdio'
      ? [...Object.values(target.env), ...secretArguments(target.args)]
      : [...Object.values(target.headers), ...secretsOfUrl(target.url)];
  const parts = found.flatMap((value) => [value, ...value.split(/\s+/)]);
  return [...new Set(parts)].filter((value) => value.length >= 4);
}

function secretArguments(args: string[]): string[] {
  const found: string[] = [];
  args.forEach((arg, index) => {
    const [flag = '', value] = splitOnce(arg, '=');
    if (value !== undefined && (secretName.test(flag) || secretValue.test(value)))
      found.push(value);
    else if (/^-/.test(args[index - 1] ?? '') && secretName.test(args[index - 1] ?? ''))
      found.push(arg);
    else if (secretValue.test(arg)) found.push(arg);
    else if (arg.includes('://')) found.push(...secretsOfUrl(arg));
  });
  return found;
}

function secretsOfUrl(text: string): string[] {
  if (!URL.canParse(text)) return [];
  const url = new URL(text);
  const found = [url.username, url.password].filter((part) => part !== '');
  for (const [name, value] of url.searchParams) {
    if (secretName.test(name) || secretValue.test(value)) found.push(value);
  }
  found.push(...secretSegments(url));
  return found.flatMap((part) => [part, decodeOr(part)]);
}

/** A path as some hosts make it: the credential is a part of the address. */
function secretSegments(url: URL): string[] {
  return url.pathname.split('/').filter((segment) => secretValue.test(segment));
}

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

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** `text` with every secret replaced, the longest first so that no rest of one stays. */
export function redact(text: string, secrets: Iterable<string>): string {
  let clean = text;
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    clean = clean.split(secret).join(redacted);
  }
  return clean;
}

/** The server's target without any credential: what may be started, reached and shown. */
export function withoutSecrets(server: ConfiguredServer): ConfiguredServer {
  const secrets = secretsOf(server);
  const { target } = server;
  if (target.type !== 'stdio') {
    const url = redactUrl(target.url);
    return { ...server, target: { ...target, url, headers: {} } };
  }
  const env = Object.fromEntries(Object.keys(target.env).map((name) => [name, dummyValue(name)]));
  const args = target.args.map((arg) => redact(arg, secrets).replaceAll(redacted, 'x'));
  return { ...server, target: { ...target, args, env } };
}

/** A harmless stand-in of the form that the name asks for. */
function dummyValue(name: string): string {
  return /url|uri|endpoint|host/i.test(name) ? 'http://127.0.0.1:9' : 'x';
}

function redactUrl(text: string): string {
  if (!URL.canParse(text)) return '';
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  for (const segment of secretSegments(url)) url.pathname = url.pathname.replace(segment, 'x');
  for (const [name, value] of [...url.searchParams]) {
    if (secretName.test(name) || secretValue.test(value)) url.searchParams.delete(name);
  }
  return url.href;
}
