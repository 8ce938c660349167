import { actsOf, ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const deployed =
  /\b(?:functions?|scripts?|triggers?|class(?:es)?|workers?|lambdas?|apex|hooks?|macros?|actions?|procedures?|plugins?)\b/i;
const body =
  /^(?:body|code|script|source|scriptContent|definition|function_?body|source_?code|inline_?script)$/i;

export const codeDeployment: Signal = {
  id: 'code-deployment',
  title: 'Stores code that will run',
  why: 'A function, script or trigger that the call writes runs later with the rights of its system.',
  status: 'stable',
  strength: 'strong',
  suggests: { risk: 'critical', capability: 'executes-code' },
  where: {
    verbs: ['create', 'update', 'overwrite', 'publish', 'control'],
    parameters: ['code', 'content'],
  },
  find: (text) => {
    const { reading } = text;
    const act = actsOf(reading, 'create', 'update', 'overwrite', 'publish', 'control').find(
      (each) => each === reading.main,
    );
    if (act === undefined) return [];
    const clause = text.description?.clean.slice(act.start, 160) ?? '';
    if (!deployed.test(clause) && !deployed.test(text.nameWords.map((word) => word.text).join(' ')))
      return [];
    return [...ownParameters(reading, 'code'), ...ownParameters(reading, 'content')]
      .filter(({ parameter }) => body.test(parameter.name.clean) && parameter.type === 'string')
      .slice(0, 1)
      .map((parameter) => quoteParameter('code-deployment', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'create_function',
          description: 'Create an edge function',
          inputSchema: { properties: { code: { type: 'string' } } },
        },
        quote: 'code',
      },
    ],
    silent: [
      { name: 'create_function' },
      { name: 'create_coupon', inputSchema: { properties: { code: { type: 'string' } } } },
    ],
  },
};
