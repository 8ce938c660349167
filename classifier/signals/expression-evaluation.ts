import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const expressionEvaluation: Signal = {
  id: 'expression-evaluation',
  title: 'Evaluates an expression in a running program',
  why: 'Such an expression can read and change the state of the program.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { parameters: ['expression'] },
  find: (text) => {
    const { reading } = text;
    if (
      !/^(?:evaluate|eval|evaluates)$/.test(reading.main?.word ?? '') ||
      !/debug|program|context|runtime|javascript|script|page|\b(?:lisp|emacs|nix|python|ruby|running|interpreter)\b/i.test(
        text.description?.clean ?? '',
      )
    )
      return [];
    return ownParameters(reading, 'expression').map((parameter) =>
      quoteParameter('expression-evaluation', parameter),
    );
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'evaluate_expression',
          description: 'Evaluate an expression in the debug context',
          inputSchema: { properties: { expression: { type: 'string' } } },
        },
        quote: 'expression',
      },
    ],
    silent: [
      {
        name: 'evaluate',
        description: 'Evaluates a mathematical formula',
        inputSchema: { properties: { expression: { type: 'string' } } },
      },
    ],
  },
};
