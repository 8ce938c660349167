import { beginningLength } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const tentative =
  /(?:^|[_.-])(?:preview|dry_?run|simulate|estimate|diff|explain|lint|validate|quote)(?:$|[_.-])/i;

/** The sentence says that nothing happens. */
const unchanged =
  /[(（]dry[- ]run\b[^)）]{0,30}(?:\b(?:only|no|nothing|without)\b|不)[^)）]{0,30}[)）]|\bdry[- ]run (?:only|that|of)\b[^.]{0,60}\b(?:no|nothing|without)\b/i;

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
    const { name, description } = text;
    if (tentative.test(name.clean))
      return [{ signal: 'preview-only', pointer: name.pointer, quote: name.raw }];
    return quoteMatch('preview-only', description, unchanged, beginningLength);
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'preview_delete_user' }, quote: 'preview_delete_user' },
      {
        tool: {
          name: 'deploy_plan',
          description: 'Compute the deployment plan (dry-run, no changes).',
        },
        quote: '(dry-run, no changes)',
      },
    ],
    silent: [
      { name: 'delete_user' },
      { name: 'apply', description: 'Applies the manifest; a dry run is possible.' },
      { name: 'purge', description: 'Purges the store (dry-run supported)' },
    ],
  },
};
