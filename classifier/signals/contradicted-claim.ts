import { quoteFound } from '../evidence.ts';
import type { WarningSignal } from '../warning-signal.ts';

/** What a sentence says of the whole tool; of one thing that it leaves alone, or one of its actions, it may be true. */
const claims = [
  /(?:^|[.!;]\s+)read[- ]only\b(?!\s+(?:access|mode|users?|roles?|tokens?|fields?|keys?|scopes?|mirror|endpoint|copy|view))/,
  /\b(?:this|the) (?:tool|operation|call|command|method|function) is (?:strictly |completely |entirely )?read[- ]only\b/,
  /\b(?:no side[- ]effects?|(?:changes|modifies|writes|deletes) nothing|makes no changes?)\b/,
  /\b(?:never|does not|doesn't|will not|won't) (?:modif(?:y|ies)|changes?|deletes?|writes?) (?:any ?thing|any data|your data|(?:any )?state)\b/,
  /\bsafe to (?:call|run|use) (?:at any time|without|automatically)\b/,
  /只读|読み取り専用|읽기 전용|solo lectura|somente leitura|nur lesend|schreibgeschützt|lecture seule|только чтение|только для чтения/,
];
const claim = new RegExp(claims.map(({ source }) => source).join('|'), 'i');
/** The claim is about a mode, a user or something else than the tool. */
const limited =
  /(?:\b(?:if|when|unless|in|use|for|with|mode|instead|optional|flag|user|role|replica|default|not|non|set|is|are|fields?)\b[^.]{0,24})$/i;

/** The claim is about one thing, or holds unless told otherwise. */
const excepted =
  /^[^.;]{0,16}\b(?:on|to|unless|until|except|by default|other than|besides|outside|when|if)\b/i;

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
  find({ description, reading }, label) {
    if (label === undefined || label.operation === 'read' || description === undefined) return [];
    if (reading.choices.length > 0) return [];
    const found = claim.exec(description.clean);
    if (found === null || limited.test(description.clean.slice(0, found.index).trimEnd()))
      return [];
    const end = found.index + found[0].length;
    if (excepted.test(description.clean.slice(end, end + 40))) return [];
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
      { name: 'delete_rule', description: 'Deletes a rule, but does not delete its documents.' },
      {
        name: 'grant_access',
        description: 'Grants access. Read-only access to a field is enough.',
      },
      {
        name: 'rename_file',
        description: 'Renames a file. Makes no changes to the original text.',
      },
      { name: 'apply_plan', description: 'Applies a plan. Changes nothing unless apply is true.' },
      { name: 'save_rows', description: 'Read-only by default; pass write to save rows.' },
      { name: 'ssh_alias', description: 'Adds or removes an alias; list shows all (read-only).' },
    ],
  },
};
