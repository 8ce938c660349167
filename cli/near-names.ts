/** Longer names are no slip of the fingers, and not worth comparing. */
const longestCompared = 120;
const mostNear = 5;

/** Names that a person may have meant, the nearest first: the same last part, the same words within, a slip or two. */
export function nearNames(name: string, known: Iterable<string>): string[] {
  const sought = name.toLowerCase();
  if (sought.length < 3 || sought.length > longestCompared) return [];
  const near: { id: string; distance: number }[] = [];
  for (const id of known) {
    const distance = distanceOf(sought, id.toLowerCase());
    if (distance !== undefined) near.push({ id, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  return near.slice(0, mostNear).map(({ id }) => id);
}

/** 0 for the same last part, below 1 for one within the other; undefined for what is not near. */
function distanceOf(sought: string, id: string): number | undefined {
  const last = id.slice(id.lastIndexOf('/') + 1);
  if (id === sought || last === sought) return 0;
  if (id.includes(sought)) return 0.5;
  const most = Math.floor(sought.length / 5);
  const slips = Math.min(slipsBetween(sought, id, most), slipsBetween(sought, last, most));
  return slips <= most ? slips : undefined;
}

/** Letters to add, leave out, replace or swap with the next; more than `most` is not counted out. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let best = Math.min(
        (old[j - 1] ?? 0) + (isSame ? 0 : 1),
        (old[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
