import type { Json, JsonObject } from '../classifier/definition.ts';
import type { ConfiguredServer } from './client.ts';
import { isObject, own } from './json.ts';
import { pathOf, pointerOf } from './position.ts';

/** How a client words a server entry, where it differs from `{command, args, env} | {url, headers}`. */
export interface EntryWords {
  env?: string;
  headers?: string;
  urls?: readonly string[];
}

/** The servers in the object at `pointer` of a parsed configuration; entries that name no target are left out. */
export function serversAt(
  config: Json,
  pointer: string,
  words: EntryWords = {},
): ConfiguredServer[] {
  const servers = valueAt(config, pointer);
  if (!isObject(servers)) return [];
  return Object.entries(servers).flatMap(([alias, entry]) => {
    const target = isObject(entry) ? targetOf(entry, words) : undefined;
    if (!target || !isObject(entry)) return [];
    const disabled = own(entry, 'disabled') === true || own(entry, 'enabled') === false;
    return [{ alias, target, pointer: `${pointer}${pointerOf([alias])}`, disabled }];
  });
}

export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  let here = value;
  for (const key of pathOf(pointer)) {
    if (Array.isArray(here)) here = here[Number(key)];
    else here = isObject(here) ? own(here, key) : undefined;
  }
  return here;
}

/** The strings of a list; anything else in it is left out. */
export function stringsAt(value: Json | undefined, pointer: string): string[] {
  const list = valueAt(value, pointer);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function targetOf(entry: JsonObject, words: EntryWords): ConfiguredServer['target'] | undefined {
  const url = (words.urls ?? ['url']).map((key) => own(entry, key)).find(isString);
  if (url !== undefined) {
    const declared = own(entry, 'type') ?? own(entry, 'transport');
    const headers = textValues(own(entry, words.headers ?? 'headers'));
    return { type: declared === 'sse' ? 'sse' : 'http', url, headers };
  }
  const [command, ...rest] = commandLine(own(entry, 'command') ?? own(entry, 'cmd'));
  if (command === undefined) return undefined;
  const cwd = own(entry, 'cwd');
  return {
    type: 'stdio',
    command,
    args: [...rest, ...commandLine(own(entry, 'args'))],
    env: textValues(own(entry, words.env ?? 'env')),
    ...(isString(cwd) ? { cwd } : {}),
  };
}

/** One string, or the list of words that some clients write. */
function commandLine(value: Json | undefined): string[] {
  if (isString(value)) return [value];
  return Array.isArray(value) ? value.filter(isString) : [];
}

function textValues(value: Json | undefined): Record<string, string> {
  const found: [string, string][] = isObject(value)
    ? Object.entries(value).flatMap(([key, item]): [string, string][] =>
        typeof item === 'object' ? [] : [[key, String(item)]],
      )
    : [];
  return Object.fromEntries(found);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
