import { nameHas, shows } from '../acts.ts';
import { ownNamed, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const gives = /^(?:verify|submit|confirm|enter|complete|provide)$/;
const logins = new Set(['2fa', 'mfa', 'totp', 'login', 'signin']);
const codes = /^(?:code|otp|pin|token|passcode|(?:2fa|mfa|totp|login|verification|auth)_?code)$/i;

/** What is said of a login, and no login. */
const others = new Set('docs help feedback event events setup history log logs page'.split(' '));

export const loginStep: Signal = {
  id: 'login-step',
  title: 'Completes a login with a code',
  why: 'Once the code is given the session may do what the account may.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  where: { words: [...logins] },
  find: ({ nameWords, parameters, reading }) => {
    const [said] = reading.clauseActs;
    if ((shows.has(said?.verb) || said?.verb === 'compute') && said?.word !== 'verify') return [];
    const verb = nameWords.findIndex(({ text }) => gives.test(text));
    const named = verb >= 0 && nameWords.slice(verb + 1).some(({ text }) => logins.has(text));
    if (!named || parameters.some(({ name }) => /secret/i.test(name.clean))) return [];
    if (nameHas(reading, others)) return [];
    return ownNamed(reading, codes)
      .slice(0, 1)
      .map((parameter) => quoteParameter('login-step', parameter));
  },
  falsePositives: [
    'A service that checks the codes of its own customers and only says whether they fit.',
  ],
  examples: {
    fires: [
      {
        tool: {
          name: 'verify_2fa_code',
          description: 'Submit the 2FA code',
          inputSchema: { properties: { code: { type: 'string' } } },
        },
        quote: 'code',
      },
    ],
    silent: [
      { name: 'verify_code', inputSchema: { properties: { code: { type: 'string' } } } },
      {
        name: 'verify_login_code',
        description: 'Checks whether a code is valid.',
        inputSchema: { properties: { code: { type: 'string' } } },
      },
      { name: 'get_login_status' },
    ],
  },
};
