import type { Evidence } from '../classification.ts';
import type { WarningSignal } from '../warning-signal.ts';

/**
 * From this confidence on a label may say that an author's hints are wrong. Where hints and label differed,
 * 21 of 26 labels from it on were right, and 10 of 32 below, of operators left out of training.
 */
const accusesFrom = 0.8;

/** Says of itself what the hint says: where nothing is lost, it is not accused against both. */
const denied =
  /\b(?:this|it|(?:this|the) tool) (?:does not|doesn't|never|will not) (?:actually |itself )?(?:create|modify|change|persist|apply|submit|write|execute|publish|save|store)\b/i;

export const lyingAnnotation: WarningSignal = {
  id: 'lying-annotation',
  title: 'Claims to be milder than it is',
  why: 'Clients that trust the hints do not ask before a call that says it only reads, or that nothing is lost.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    warning: {
      class: 'annotation',
      severity: 'high',
      message: 'Its annotations say that it does less than it can do.',
      owasp: ['MCP02:2025', 'MCP03:2025'],
      atlas: ['AML.T0110'],
    },
  },
  find(text, label) {
    const { annotations } = text.definition;
    if (label === undefined || label.operation === 'read' || label.confidence < accusesFrom)
      return [];
    if (typeof annotations !== 'object' || annotations === null) return [];
    if (label.operation === 'write' && denied.test(text.description?.clean ?? '')) return [];
    const found: Evidence[] = [];
    const add = (hint: string, value: boolean) =>
      found.push({
        signal: 'lying-annotation',
        pointer: `/annotations/${hint}`,
        quote: `${value}`,
      });
    if (annotations.readOnlyHint === true) add('readOnlyHint', true);
    else if (label.operation === 'destructive' && annotations.destructiveHint === false)
      add('destructiveHint', false);
    return found;
  },
  falsePositives: ['A tool whose label is wrong: contest the label.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'delete_branch',
          description: 'Deletes a branch.',
          annotations: { readOnlyHint: true },
        },
        quote: 'true',
      },
      {
        tool: {
          name: 'drop_table',
          description: 'Drops a table.',
          annotations: { readOnlyHint: false, destructiveHint: false },
        },
        quote: 'false',
      },
    ],
    silent: [
      { name: 'list_branches', annotations: { readOnlyHint: true } },
      {
        name: 'sync_status',
        description: 'Syncs the status.',
        annotations: { readOnlyHint: true },
      },
      { name: 'delete_branch', annotations: { destructiveHint: true } },
      {
        name: 'create_manifest',
        description: 'Creates a manifest and its URL. This does not create the application.',
        annotations: { readOnlyHint: true },
      },
    ],
  },
};
