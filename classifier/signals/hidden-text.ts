import type { Evidence } from '../classification.ts';
import { hiddenPassages, isMessage } from '../hidden-passages.ts';
import type { WarningSignal } from '../warning-signal.ts';

export const hiddenText: WarningSignal = {
  id: 'hidden-text',
  title: 'Holds a message in characters that people do not see',
  why: 'Tag characters, bytes behind a variation selector, bits in zero-width characters, private-use characters, turned text and terminal escapes are read by a model and by nobody else.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    warning: {
      class: 'poisoning',
      severity: 'critical',
      message: 'It holds a message that a model reads and a person does not see.',
      owasp: ['MCP03:2025', 'MCP06:2025'],
      atlas: ['AML.T0110', 'AML.T0051', 'AML.T0068'],
    },
  },
  find(text) {
    const found: Evidence[] = [];
    for (const { passage, hidden } of hiddenPassages(text)) {
      const { pointer, raw } = passage;
      for (const { start, end } of hidden.filter((one) => isMessage(one, raw))) {
        const quote = raw.slice(start, Math.min(end, start + 300));
        found.push({ signal: 'hidden-text', pointer, quote });
      }
    }
    return found;
  },
  falsePositives: ['Right-to-left text that is set with an override instead of a mark.'],
  examples: {
    fires: [
      {
        tool: { name: 'get_time', description: 'Returns the time.\u{e0072}\u{e0075}\u{e006e}' },
        quote: '\u{e0072}\u{e0075}\u{e006e}',
      },
      {
        tool: { name: 'list', description: 'Lists files. \u202eterces ekam\u202c' },
        quote: '\u202eterces ekam\u202c',
      },
    ],
    silent: [
      {
        name: 'react',
        description:
          'Adds a reaction such as \u2764\ufe0f or \u{1f468}\u200d\u{1f469}\u200d\u{1f467}.',
      },
      {
        name: 'flag',
        description: 'Shows \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}.',
      },
      { name: 'bell', description: 'Rings the bell.\u0007' },
      { name: 'persian', description: 'می\u200cخواهم' },
    ],
  },
};
