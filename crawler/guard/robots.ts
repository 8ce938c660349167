import robotsParser from 'robots-parser';
import { identity } from '../identity.ts';
import { GuardError } from './guard-error.ts';
import type { GuardLimits } from './guard-limits.ts';

/** The start of a robots.txt, or the status that came instead of one. */
export type RobotsAnswer = { text: string } | { status: number };

export interface RobotsCache {
  /**
   * Asks the origin's robots.txt, by `read` when it is not remembered.
   * @throws {GuardError} `unwelcome` when the path is disallowed to us, or what `read` throws
   */
  check(url: URL, read: (robotsUrl: URL) => Promise<RobotsAnswer>): Promise<void>;
}

// Its types say `export default`, but the package is CommonJS and exports the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

type Rules = { allows(url: string): boolean } | { unreadable: number };

/** RFC 9309: no file (4xx) allows everything, a broken one (5xx) nothing. */
export function createRobotsCache(limits: GuardLimits, now: () => Date): RobotsCache {
  const kept = new Map<string, { rules: Rules; until: number }>();

  async function rulesOf(origin: string, read: () => Promise<RobotsAnswer>): Promise<Rules> {
    const known = kept.get(origin);
    if (known && known.until > now().getTime()) return known.rules;
    const answer = await read();
    const rules = readRules(origin, answer);
    kept.delete(origin);
    if ('text' in answer && answer.text.length > limits.robotsKeptBytes) return rules;
    kept.set(origin, { rules, until: now().getTime() + limits.robotsKeptMs });
    for (const oldest of kept.keys()) {
      if (kept.size <= limits.robotsKept) break;
      kept.delete(oldest);
    }
    return rules;
  }

  async function check(url: URL, read: (url: URL) => Promise<RobotsAnswer>): Promise<void> {
    const rules = await rulesOf(url.origin, () => read(new URL('/robots.txt', url)));
    if ('unreadable' in rules) {
      throw new GuardError('unwelcome', `robots.txt answers ${rules.unreadable}`);
    }
    if (!rules.allows(url.href)) throw new GuardError('unwelcome', 'disallowed by robots.txt');
  }

  return { check };
}

function readRules(origin: string, answer: RobotsAnswer): Rules {
  if ('status' in answer) {
    return answer.status >= 500 ? { unreadable: answer.status } : { allows: () => true };
  }
  const lines = answer.text.split(/\r\n|\n|\r/, maxLines).filter(isReasonable);
  const robots = parseRobots(`${origin}/robots.txt`, lines.join('\n'));
  return { allows: (url) => robots.isAllowed(url, identity.name) !== false };
}

/** Matching takes steps by lines, stars and length of the path; more than this is an attack. */
const maxLines = 5_000;
const maxStars = 8;
const maxLineChars = 2_048;

function isReasonable(line: string): boolean {
  return line.length <= maxLineChars && line.split('*', maxStars + 2).length <= maxStars + 1;
}
