import type { Signal } from '../signal.ts';

const tentative =
  /(?:^|[_.-])(?:preview|dry_?run|simulate|estimate|diff|explain|lint|validate|quote)(?:$|[_.-])/i;

export const previewOnly: Signal = {
  id: 'preview-only',
  title: 'Only previews or dry-runs',
  why: 'A preview computes what would happen and does not do it.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read' },
  where: {
    words: [
      'preview',
      'dry',
      'dryrun',
      'simulate',
      'estimate',
      'diff',
      'explain',
      'lint',
      'validate',
      'quote',
    ],
  },
  find: (text) => {
    return [text.name]
      .filter((name) => tentative.test(name.clean))
      .map((name) => ({ signal: 'preview-only', pointer: name.pointer, quote: name.raw }));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'preview_delete_user' }, quote: 'preview_delete_user' }],
    silent: [{ name: 'delete_user' }],
  },
};
