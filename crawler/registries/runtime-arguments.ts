import { dummyValue } from '../dummies.ts';
import type { PackageTarget } from '../server-entry.ts';

export interface RuntimeWords {
  /** For the container. */
  env: Record<string, string>;
  /** The options that were not taken, without their values, each once. */
  leftOut: string[];
}

/** What the crawler does in its own way, so that leaving it out changes nothing. */
const doneAnyway: Readonly<Record<PackageTarget['type'], readonly string[]>> = {
  npm: ['-y', '--yes', '-q', '--quiet'],
  pypi: ['-q', '--quiet'],
  oci: ['run', '-i', '--interactive', '--rm', '--init'],
  mcpb: [],
};

const variable = /^([A-Za-z_]\w{0,199})(?:=([^\0]*))?$/;

/**
 * Reads the words that an entry wants between `docker run`, `npx` or `uvx` and the package. They could
 * mount the host's files, open its network or install something else, so of all only variables for a
 * container are taken.
 */
export function readRuntimeWords(
  type: PackageTarget['type'],
  words: readonly string[],
): RuntimeWords {
  const env: [string, string][] = [];
  const leftOut = new Set<string>();
  for (const { name, value } of optionsOf(words, doneAnyway[type])) {
    const isVariable = type === 'oci' && (name === '-e' || name === '--env');
    const [, key, text] = (isVariable && variable.exec(value)) || [];
    // A name alone stands for the value it has where docker is started.
    if (key !== undefined) env.push([key, text ?? dummyValue({ name: key })]);
    else if (!doneAnyway[type].includes(name)) leftOut.add(shownName(name));
  }
  return { env: Object.fromEntries(env), leftOut: [...leftOut] };
}

/**
 * `--name=value`, `-nvalue`, or a value in the next word, but for `flags`, which take none; what belongs to no option
 * is one by itself.
 */
function optionsOf(
  words: readonly string[],
  flags: readonly string[],
): { name: string; value: string }[] {
  const options: { name: string; value: string }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    const [, name, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? /^(-[^-])(.+)$/s.exec(word) ?? [];
    if (name !== undefined) options.push({ name, value: value ?? '' });
    else if (
      word.startsWith('-') &&
      !flags.includes(word) &&
      next !== undefined &&
      !next.startsWith('-')
    ) {
      options.push({ name: word, value: next });
      at += 1;
    } else options.push({ name: word, value: '' });
  }
  return options;
}

function shownName(name: string): string {
  return /^(?:--[\w-]{1,60}|-\w)/.exec(name)?.[0] ?? 'a word';
}
