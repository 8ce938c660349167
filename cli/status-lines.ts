import { operations, risks } from '../classifier/taxonomy.ts';
import type { StoreStatus } from '../db/queries/status.ts';
import { duration } from './progress.ts';
import { plain, type Terminal, table } from './terminal.ts';

/** The state of the store as a person reads it. */
export function statusLines(status: StoreStatus, terminal: Terminal): string[] {
  const { servers, schedule, tools, definitions, reasons } = status;
  const lines = table([
    ['servers', servers.total],
    ...Object.entries(servers.byOutcome).map(([kind, count]) => [`  ${kind}`, count]),
    ['  tools known by our own crawl', servers.listedLive],
    ['  tools known by the snapshot', servers.listedSnapshot],
    ['due now', schedule.due],
    ['being crawled', schedule.leased],
  ]);
  if (schedule.crawlsPerMinute !== null) {
    const left =
      schedule.minutesLeft === null ? '' : `, ${duration(schedule.minutesLeft * 60)} left`;
    lines.push(`${schedule.crawlsPerMinute.toFixed(1)} crawls a minute${left}`);
  }
  if (schedule.nextDueAt !== null) lines.push(`next due ${schedule.nextDueAt}`);
  if (reasons.length > 0) lines.push('', ...reasonLines(reasons, terminal));
  lines.push('', ...labelTable(tools.byLabel, terminal));
  if (definitions.unjudged > 0) {
    lines.push(`definitions without a label: ${definitions.unjudged} (mcp-risk classify)`);
  }
  return lines;
}

/** One line a reason; below it, of failures, their most frequent messages. */
function reasonLines(reasons: StoreStatus['reasons'], { color }: Terminal): string[] {
  const rows = reasons.flatMap(({ kind, reason, servers, messages }) => [
    [servers, kind, plain(reason, 60)],
    ...messages.map(({ message, servers }) => ['', '', `  ${servers} × ${plain(message, 80)}`]),
  ]);
  return table([['servers', 'why not', 'reason'], ...rows], color);
}

/** Tools by operation (rows) and risk (columns). */
export function labelTable(
  byLabel: StoreStatus['tools']['byLabel'],
  { color }: Terminal,
): string[] {
  const count = (operation: string, risk: string) =>
    byLabel.find((row) => row.operation === operation && row.risk === risk)?.tools ?? 0;
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const rows = operations.map((operation) => {
    const counts = risks.map((risk) => count(operation, risk));
    return [operation, ...counts, sum(counts)];
  });
  const totals = [...risks, 'all'].map((_, column) =>
    sum(rows.map((row) => Number(row[column + 1]))),
  );
  return table([['tools', ...risks, 'all'], ...rows, ['all', ...totals]], color);
}
