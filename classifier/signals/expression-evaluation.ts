import { speaksOf } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';
import { finders } from './page-script.ts';

/** What an expression is of, where it can do more than add up. */
const program =
  /debug|program|context|runtime|javascript|script|page|(?<![a-z])(?:lisp|emacs|nix|python|ruby|running|interpreter)(?![a-z])/i;

export const expressionEvaluation: Signal = {
  id: 'expression-evaluation',
  title: 'Evaluates an expression in a running program',
  why: 'Such an expression can read and change the state of the program.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { parameters: ['expression'] },
  find: (text) => {
    const { reading, description } = text;
    const { main, clauseActs } = reading;
    if (![main, clauseActs[0]].some((act) => act?.verb === 'exec') || speaksOf(reading, finders))
      return [];
    if (!program.test(description?.clean ?? '')) return [];
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
      {
        tool: {
          name: 'calculator',
          description: '执行Python表达式并返回结果',
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
      {
        name: 'evaluate_xpath',
        description: 'Evaluate an XPath expression against the page',
        inputSchema: { properties: { expression: { type: 'string' } } },
      },
    ],
  },
};
