/** One noun wherever they stand: a pull request, a pay slip, compute instances. */
const wholes: [first: string, second: string][] = [
  ['purchase', 'order orders history'],
  ['pay', 'stub stubs slip slips period periods schedule schedules rate rates grade grades'],
  ['pull merge change feature', 'request requests'],
  ['compute', 'instance instances disk disks network networks image images snapshot snapshots'],
  ['compute', 'zone zones region regions firewall firewalls vm vms'],
];

/** One noun where nothing follows that they would be done to: a start date, stop words. */
const closing: [first: string, second: string][] = [
  ['start end', 'date dates times page pages point points'],
  ['stop', 'words times id ids sequence departures arrivals'],
  ['launch', 'date dates schedule schedules history site sites window windows'],
  ['publish', 'date dates time times'],
  ['release', 'date dates notes history'],
  ['close', 'price prices date dates time times'],
  ['open', 'price prices hours interest'],
  ['share', 'price prices count capital'],
  ['upload download', 'limit limits quota speed speeds count counts stats'],
  ['read write', 'speed speeds throughput latency'],
  ['restart', 'policy policies'],
  ['install', 'guide guides instructions count counts requirements'],
  ['import', 'tariff tariffs duty duties graph'],
  ['export', 'tariff tariffs duty duties'],
  ['archive', 'search index'],
  ['register', 'lookup'],
  ['place', 'details search info names'],
  ['move', 'info names'],
  ['merge', 'conflict conflicts'],
  ['insert', 'position positions'],
  ['pause', 'analysis'],
  ['suspend attach', 'rate rates'],
  ['set', 'operations theory'],
  ['update', 'history'],
  ['order', 'book books flow'],
  ['block', 'height heights number numbers explorer'],
];

const [anywhere, atTheEnd] = [spread(wholes), spread(closing)];

function spread(pairs: [string, string][]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [first, second] of pairs) {
    for (const word of first.split(' '))
      found.set(word, new Set([...(found.get(word) ?? []), ...second.split(' ')]));
  }
  return found;
}

/**
 * Whether two words that follow each other are one noun, though the first may be a verb.
 * @param closes nothing stands behind them, or a preposition
 */
export function isCompoundNoun(first: string, second: string, closes: boolean): boolean {
  return (
    anywhere.get(first)?.has(second) === true ||
    (closes && atTheEnd.get(first)?.has(second) === true)
  );
}

/** What a sentence or a name speaks of, more often than it does it, where it is not followed by its object. */
export const things: ReadonlySet<string> = new Set(
  'chat post comment commit tag trade log mail email message record schedule build backup charge transfer refund swap vote request order issue invoice review report release'.split(
    ' ',
  ),
);
