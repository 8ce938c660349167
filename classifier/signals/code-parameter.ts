import { isUnexecuted, nameHas, runs } from '../acts.ts';
import { ownNamed, ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const tools = new Set([
  'exec',
  'execute',
  'eval',
  'evaluate',
  'run',
  'runner',
  'repl',
  'python',
  'javascript',
  'interpreter',
  'osascript',
  'applescript',
  'sandbox',
]);
const checks =
  /valid|lint|format|check|explain|analy|review|parse|test_|alias|snippet|search|find|suggest|docs?_|complete|highlight|generate|convert|translate|history|create|get_|list|write|update|edit|promo|coupon|country|qr|verif/i;

/** Beside it a source is a program. */
const programming =
  /\b(?:python|bash|sh|shell|javascript|typescript|node|ruby|perl|php|lua|go|rust|java)\b/i;
const languages = /^(?:lang|language|runtime|interpreter)$/i;

/** What is told apart by a code, or unlocked by one. */
const names =
  /^(?:the |an? )?(?:\w+ ){0,2}(?:project|country|currency|language|status|coupon|zip|postal|airport|promo|discount|product|company|station|area|state|tax|share|invite|invitation|verification|confirmation|voucher|tracking|region|department|account|customer|one[- ]time) codes?\b(?!.*\b(?:run|runs|execut\w+|evaluat\w+)\b)/i;

export const codeParameter: Signal = {
  id: 'code-parameter',
  title: 'Runs code that the call composes',
  why: 'A code or script parameter beside a verb of running is arbitrary execution.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: { parameters: ['code'] },
  find: (text) => {
    const { reading } = text;
    if (checks.test(text.name.clean) || isUnexecuted(reading)) return [];
    const hasLanguage = ownNamed(reading, languages).some(({ parameter: { values, text } }) =>
      programming.test([text?.clean, ...values.map(({ clean }) => clean)].join(' ')),
    );
    const parameters = ownParameters(reading, 'code').filter(
      ({ parameter }) =>
        parameter.type !== 'boolean' &&
        parameter.values.length === 0 &&
        parameter.type !== 'object' &&
        !names.test(parameter.text?.clean ?? '') &&
        !(/^(?:source|program)$/i.test(parameter.name.clean) && !hasLanguage) &&
        !/^(?:snippet|cell|function|initScript|\w*(?:approval|verification|confirmation|auth|access|security|invite|promo|coupon|voucher|discount|status|error|exit|country|currency|language|zip|postal|otp|tracking|product)_?code)$/i.test(
          parameter.name.clean,
        ),
    );
    if (parameters.length === 0) return [];
    const named =
      nameHas(reading, tools) || runs(reading).some((act) => act.passage.kind !== 'enum');
    return named ? parameters.map((parameter) => quoteParameter('code-parameter', parameter)) : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'puppeteer_evaluate',
          description: 'Execute JavaScript',
          inputSchema: { properties: { script: { type: 'string' } } },
        },
        quote: 'script',
      },
      {
        tool: {
          name: 'runner',
          inputSchema: {
            properties: {
              language: { type: 'string', enum: ['python', 'bash'] },
              source: { type: 'string' },
            },
          },
        },
        quote: 'source',
      },
    ],
    silent: [
      { name: 'validate_code', inputSchema: { properties: { code: { type: 'string' } } } },
      { name: 'execute', inputSchema: { properties: { approvalCode: { type: 'string' } } } },
    ],
  },
};
