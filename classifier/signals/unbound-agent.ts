import { quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Takes the brakes off an agent that writes and runs code. */
const unbound =
  /danger[-_ ]?full[-_ ]?access|dangerously|\byolo\b|full[-_]?auto|(?:bypass|skip)[-_]?permissions/i;

const modes = /modes?$|sandbox|approval|permission|policy/i;

export const unboundAgent: Signal = {
  id: 'unbound-agent',
  title: 'Lets a coding agent run without asking',
  why: 'An agent without its own questions edits files and runs commands as it likes.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { parameters: ['prompt'] },
  find: ({ reading }) =>
    reading.parameters
      .filter(
        ({ parameter }) =>
          unbound.test(parameter.name.clean) ||
          (modes.test(parameter.name.clean) &&
            parameter.values.some((value) => unbound.test(value.clean))),
      )
      .slice(0, 1)
      .map((parameter) => quoteParameter('unbound-agent', parameter)),
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'run_agent',
          inputSchema: {
            properties: {
              prompt: { type: 'string' },
              sandbox: { enum: ['read-only', 'danger-full-access'] },
            },
          },
        },
        quote: 'sandbox',
      },
    ],
    silent: [
      { name: 'ask_agent', inputSchema: { properties: { prompt: { type: 'string' } } } },
      {
        name: 'segment',
        inputSchema: { properties: { prompt: {}, model: { enum: ['sam', 'yolo'] } } },
      },
    ],
  },
};
