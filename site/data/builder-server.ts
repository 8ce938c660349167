import type { BuilderServer } from './builder-catalog.ts';
import type { ServerView } from './server-view.ts';
import { warnedWords } from './warned.ts';

/** A server as the policy builder reads it. Apart from its types: the browser loads their file, and signals are megabytes. */
export function builderServer({ record, current, policies }: ServerView): BuilderServer {
  const targets = record.server.targets.flatMap((target) => {
    if (target.type === 'command') return [];
    return 'url' in target ? [target.url] : [target.identifier];
  });
  return {
    id: record.server.id,
    targets: [...new Set([record.server.id, ...targets])],
    tools: current.map(({ name, now: { classification } }) => ({
      name,
      label: classification && {
        operation: classification.operation,
        risk: classification.risk,
        confidence: classification.confidence,
        capabilities: classification.capabilities,
      },
      warned: warnedWords(classification?.warnings.map(({ signal }) => signal) ?? []),
    })),
    policies,
  };
}
