import { quoteFound } from '../evidence.ts';
import type { WarningSignal } from '../warning-signal.ts';

const claim =
  /\b(?:read[- ]only|never (?:modif|chang|delet|writ)\w+|does not (?:modify|change|delete|write)|no side[- ]effects?|safe to (?:call|run|use) (?:at any time|without|automatically))\b|只读|読み取り専用|읽기 전용|solo lectura|somente leitura|nur lesend|schreibgeschützt|lecture seule|только чтение|только для чтения/i;
/** The claim is about a mode, a user or something else than the tool. */
const limited =
  /(?:\b(?:if|when|unless|in|use|for|with|mode|instead|optional|flag|user|role|replica|default|not|non|set|is|are|fields?)\b[^.]{0,24})$/i;

export const contradictedClaim: WarningSignal = {
  id: 'contradicted-claim',
  title: 'Calls itself read-only and is not',
  why: 'A sentence that promises harmlessness is believed; what the name and the parameters allow decides.',
  status: 'stable',
  strength: 'weak',
  suggests: {
    warning: {
      class: 'annotation',
      severity: 'medium',
      message:
        'Its description says that it changes nothing, its name or its parameters say otherwise.',
      owasp: ['MCP02:2025', 'MCP03:2025'],
      atlas: ['AML.T0110'],
    },
  },
  find({ description }, label) {
    if (label === undefined || label.operation === 'read' || description === undefined) return [];
    const found = claim.exec(description.clean);
    if (found === null || limited.test(description.clean.slice(0, found.index).trimEnd()))
      return [];
    return [quoteFound('contradicted-claim', description, found)];
  },
  falsePositives: ['A tool with a read-only mode that is off by default.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'delete_rows',
          description: 'Read-only helper that deletes rows of a table.',
        },
        quote: 'Read-only',
      },
      {
        tool: { name: 'delete_rows', description: 'Read‑only helper that deletes rows.' },
        quote: 'Read‑only',
      },
    ],
    silent: [
      { name: 'list_rows', description: 'Read-only list of rows.' },
      { name: 'delete_rows', description: 'Deletes rows. Not available in read-only mode.' },
    ],
  },
};
