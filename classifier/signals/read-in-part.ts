import type { JsonObject } from '../definition.ts';
import type { WarningSignal } from '../warning-signal.ts';

function nested(levels: number): JsonObject {
  return levels === 0 ? {} : { items: nested(levels - 1) };
}

export const readInPart: WarningSignal = {
  id: 'read-in-part',
  title: 'Is larger than what is read of it',
  why: 'A label says nothing of what stands behind 4,000 texts, 400,000 characters or 40 levels, where a model may still read it.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    warning: {
      class: 'hygiene',
      severity: 'high',
      message: 'It is so large that only its beginning was judged.',
      owasp: ['MCP03:2025'],
      atlas: ['AML.T0068'],
    },
  },
  find: ({ cut, name }) =>
    cut ? [{ signal: 'read-in-part', pointer: name.pointer, quote: name.raw }] : [],
  falsePositives: ['A generated schema that lists some thousand values.'],
  examples: {
    fires: [{ tool: { name: 'get_time', inputSchema: nested(41) }, quote: 'get_time' }],
    silent: [
      { name: 'get_time', inputSchema: nested(40) },
      { name: 'get_time', description: 'Returns the time.' },
    ],
  },
};
