import type { Evidence } from '../classification.ts';
import { hiddenPassages, isMessage } from '../hidden-passages.ts';
import type { WarningSignal } from '../warning-signal.ts';

export const invisibleCharacters: WarningSignal = {
  id: 'invisible-characters',
  title: 'Holds invisible or disguised characters',
  why: 'Zero-width characters and look-alike letters split or disguise words, so that a search for them finds nothing.',
  status: 'stable',
  strength: 'weak',
  suggests: {
    warning: {
      class: 'hygiene',
      severity: 'medium',
      message: 'It holds characters that are invisible or look like others.',
      owasp: ['MCP03:2025'],
      atlas: ['AML.T0068'],
    },
  },
  find(text) {
    const found: Evidence[] = [];
    for (const { passage, hidden } of hiddenPassages(text)) {
      const { pointer, raw } = passage;
      for (const { start, end } of hidden.filter((one) => !isMessage(one, raw))) {
        const quote = raw.slice(Math.max(0, start - 12), end + 12);
        found.push({ signal: 'invisible-characters', pointer, quote });
      }
    }
    return found.slice(0, 20);
  },
  falsePositives: ['A zero-width space that an editor left behind, an icon of a font of its own.'],
  examples: {
    fires: [
      { tool: { name: 'ping', description: 'Pings\u200b a host.' }, quote: 'Pings\u200b a host.' },
      { tool: { name: 'p\u0430y' }, quote: 'p\u0430y' },
      { tool: { name: 'ping', description: 'Pings a host.\ue000' }, quote: 'ings a host.\ue000' },
    ],
    silent: [
      { name: 'pay', description: 'Zahlt 5 € – sofort.' },
      { name: 'api', description: 'Это API.' },
    ],
  },
};
