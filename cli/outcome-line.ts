import type { CrawlOutcome } from '../crawler/outcome.ts';
import type { ToolChanges } from '../db/queries/tool-history.ts';
import { counted, plain, type Terminal } from './terminal.ts';

/** One outcome for a person: tools found and what changed of them, or why there are none. */
export function outcomeLine(
  outcome: CrawlOutcome,
  changes: ToolChanges,
  { color }: Terminal,
): string {
  const name = plain(outcome.serverId, 60);
  const seconds = `${(outcome.durationMs / 1000).toFixed(1)} s`;
  switch (outcome.kind) {
    case 'listed': {
      const malformed = outcome.malformed.length;
      const parts = [
        counted(outcome.tools.length, 'tool'),
        ...(malformed > 0 ? [`${malformed} malformed`] : []),
        ...changesOf(changes),
      ];
      return `${color.green('✓')} ${name}: ${parts.join(', ')} (${seconds})`;
    }
    case 'auth-required':
      return `${color.yellow('⚿')} ${name}: wants a login: ${plain(outcome.how, 120)} (${seconds})`;
    case 'failed':
      return `${color.red('✗')} ${name}: failed to ${outcome.step}: ${plain(outcome.message, 160)} (${seconds})`;
    case 'skipped':
      return `${color.dim('–')} ${name}: skipped: ${plain(outcome.reason, 160)}`;
  }
}

function changesOf({ added, changed, renamed, removed }: ToolChanges): string[] {
  const counts: [number, string][] = [
    [added.length, 'new'],
    [changed.length, 'changed'],
    [renamed.length, 'renamed'],
    [removed.length, 'gone'],
  ];
  return counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
}

/** The same as data, without the tools themselves. Texts in it are hostile. */
export function outcomeJson(outcome: CrawlOutcome, changes: ToolChanges): object {
  const { kind, serverId, at, durationMs } = outcome;
  const toolCount = outcome.kind === 'listed' ? outcome.tools.length : 0;
  return { serverId, kind, at, durationMs, reason: reasonOf(outcome), toolCount, changes };
}

function reasonOf(outcome: CrawlOutcome): string | undefined {
  switch (outcome.kind) {
    case 'listed':
      return undefined;
    case 'auth-required':
      return outcome.how;
    case 'failed':
      return `${outcome.step}: ${outcome.message}`;
    case 'skipped':
      return outcome.reason;
  }
}
