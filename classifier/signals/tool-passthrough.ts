import { nameHas, runs } from '../acts.ts';
import { quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Names the operation that is called. */
const chosen =
  /^(?:(?:tool|function|method|action|operation|command|mcp_?tool)_?(?:name|id|slug)?|name|slug)$/i;
/** Whatever that operation takes. */
const handed =
  /^(?:(?:tool_?|call_?|function_?)?(?:args?|arguments|params|parameters|input|inputs|payload|kwargs))$/i;
const objects = new Set([
  'tool',
  'tools',
  'function',
  'method',
  'operation',
  'action',
  'mcp',
  'procedure',
]);
const called = /^(?:call|calls|use|invoke|invokes|dispatch|proxy)$/;

export const toolPassthrough: Signal = {
  id: 'tool-passthrough',
  title: 'Calls any other tool by its name',
  why: 'It can do whatever the gravest operation behind it does.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'high' },
  where: { words: [...objects] },
  find: (text) => {
    const { reading } = text;
    const acts = [reading.nameAct, reading.clauseActs[0]];
    const calls = acts.some((act) => act !== undefined && called.test(act.word));
    if (!(calls || runs(reading).some((act) => acts.includes(act))) || !nameHas(reading, objects))
      return [];
    const own = reading.parameters.filter(({ parameter }) => parameter.depth === 0);
    const operation = own.find(({ parameter }) => chosen.test(parameter.name.clean));
    const input = own.find(({ parameter }) => handed.test(parameter.name.clean));
    if (operation === undefined || input === undefined || operation.parameter.values.length > 0)
      return [];
    return [quoteParameter('tool-passthrough', operation)];
  },
  falsePositives: ['a catalog that holds only tools that read'],
  examples: {
    fires: [
      {
        tool: {
          name: 'execute_tool',
          inputSchema: {
            properties: { tool_name: { type: 'string' }, parameters: { type: 'object' } },
          },
        },
        quote: 'tool_name',
      },
    ],
    silent: [
      { name: 'search_tools', inputSchema: { properties: { name: {}, params: {} } } },
      { name: 'run_tests', inputSchema: { properties: { name: {}, args: {} } } },
    ],
  },
};
