import { type Figures, measure, type Scored } from './measure.ts';

export type Interval = [low: number, high: number];

/**
 * 95 % intervals by drawing servers with replacement: tools of one server are alike, so servers are what was
 * sampled. Seeded: the same rows give the same intervals.
 */
export function intervals(rows: Scored[], draws = 400): Record<keyof Figures, Interval | null> {
  const byServer = new Map<string, Scored[]>();
  for (const row of rows) byServer.set(row.server, [...(byServer.get(row.server) ?? []), row]);
  const servers = [...byServer.values()];
  const random = mulberry32(20_261_125);
  const samples: Figures[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn: Scored[] = [];
    for (let pick = 0; pick < servers.length; pick++) {
      drawn.push(...(servers[Math.floor(random() * servers.length)] as Scored[]));
    }
    samples.push(measure(drawn));
  }
  const names = Object.keys(samples[0] as Figures) as (keyof Figures)[];
  return Object.fromEntries(
    names.map((name) => [name, middle(samples.map((sample) => sample[name]))]),
  ) as Record<keyof Figures, Interval | null>;
}

function middle(values: (number | null)[]): Interval | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const at = (share: number) => known[Math.floor(share * (known.length - 1))] as number;
  return [at(0.025), at(0.975)];
}

/** A small seeded generator (Tommy Ettinger's mulberry32): numbers from 0 to 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
