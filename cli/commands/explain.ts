import type { Floor } from '../../classifier/decide.ts';
import { type Command, exitCode, jsonOption } from '../command.ts';
import { plain, quoted } from '../terminal.ts';

export const explain: Command = {
  arguments: '<server> <tool>',
  options: [jsonOption],
  examples: [
    [
      'mcp-risk explain chrome-devtools-mcp evaluate_script',
      'each signal that fired, with the words it quotes',
    ],
  ],
  async run({ args, options, terminal, signal }) {
    const { withCatalog } = await import('../steps/seed.ts');
    const { catalogServer, catalogTool } = await import('../catalog-tool.ts');
    const { explain: explainTool } = await import('../../classifier/explain.ts');
    const { destructiveFrom } = await import('../../classifier/decide.ts');
    const record = await withCatalog(signal, (store) => catalogServer(store, args[0] ?? ''));
    const { definition, classification } = catalogTool(record, args[1] ?? '');
    const explanation = explainTool(definition);
    // A second opinion or a review may have set the label that stands in the store.
    const label = classification ?? explanation.classification;
    if (options.json) {
      terminal.printJson({ ...explanation, classification: label });
      return exitCode.fine;
    }
    const { badge, classificationLines } = await import('../tool-lines.ts');
    terminal.print(`${plain(record.server.id)} ▸ ${plain(definition.name)}`);
    for (const line of classificationLines(label, terminal)) terminal.print(line);
    if (label.decidedBy === 'llm' || label.decidedBy === 'override') {
      terminal.print(`the classifier alone: ${badge(explanation.classification, terminal)}`);
    }
    terminal.print('');
    for (const { id, title, strength, suggests, evidence } of explanation.signals) {
      terminal.print(`${id} (${strength}): ${title}`);
      terminal.print(`    suggests ${suggests.join(', ')}`);
      for (const { pointer, quote } of evidence) {
        terminal.print(`    ${plain(pointer, 100)}: ${quoted(quote, 160)}`);
      }
    }
    const { operation, risk } = explanation.prediction;
    terminal.print(`model, operation: ${probabilities(operation)}`);
    const likelier = Math.max(operation.read, operation.write) > operation.destructive;
    if (likelier && operation.destructive >= destructiveFrom)
      terminal.print(
        `stated as destructive from ${destructiveFrom} on: one that is missed costs more`,
      );
    terminal.print(`model, risk: ${probabilities(risk)}`);
    terminal.print(floorLine(explanation.floor));
    return exitCode.fine;
  },
};

function floorLine({ operation, risk }: Floor): string {
  const isOpen = operation === 'read' && risk === 'low';
  return isOpen
    ? 'floor: none, no decisive signal raises one'
    : `floor of the decisive signals: at least ${operation}, at least ${risk}`;
}

function probabilities(odds: Record<string, number>): string {
  return Object.entries(odds)
    .map(([word, probability]) => `${word} ${probability.toFixed(3)}`)
    .join(', ');
}
