import type { Signal } from '../signal.ts';

const gives = /^(?:verify|submit|confirm|enter|complete|provide)$/;
const logins = new Set(['2fa', 'mfa', 'totp', 'login', 'signin']);
const codes = /^(?:code|otp|pin|token|passcode|(?:2fa|mfa|totp|login|verification|auth)_?code)$/i;

export const loginStep: Signal = {
  id: 'login-step',
  title: 'Completes a login with a code',
  why: 'Once the code is given the session may do what the account may.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium', capability: 'changes-access' },
  where: { words: [...logins] },
  find: ({ nameWords, parameters }) => {
    const named =
      nameWords.some(({ text }) => gives.test(text)) &&
      nameWords.some(({ text }) => logins.has(text));
    const code = parameters.find(({ name, depth }) => depth === 0 && codes.test(name.clean));
    return named && code !== undefined
      ? [
          {
            signal: 'login-step',
            pointer: code.name.pointer,
            quote: code.name.raw,
          },
        ]
      : [];
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
      { name: 'get_login_status' },
    ],
  },
};
