import { GuardError } from './guard-error.ts';

/** Longer ones are attacks on whoever reads them. */
const maxUrlChars = 2_048;

/**
 * An address we may ask for: http or https, without credentials.
 * @throws {GuardError} `refused`
 */
export function readUrl(text: string | URL, base?: URL): URL {
  const given = String(text);
  if (given.length > maxUrlChars) throw refused('a URL that is too long');
  const url = URL.parse(given, base?.href);
  if (!url) throw refused('no valid URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(`a URL of the scheme ${url.protocol.slice(0, 40)}`);
  }
  if (url.username !== '' || url.password !== '') throw refused('a URL with credentials');
  url.hash = '';
  return url;
}

/** The host without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function refused(message: string): GuardError {
  return new GuardError('refused', message);
}
