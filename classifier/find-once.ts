import type { Signal } from './signal.ts';

type Find = Signal['find'];

/** Finds once a definition: for signals that other signals ask too. */
export function findOnce(find: Find): Find {
  return (text) => {
    text.memory.found ??= new Map();
    const known = text.memory.found.get(find);
    if (known !== undefined) return known;
    const evidence = find(text);
    text.memory.found.set(find, evidence);
    return evidence;
  };
}
