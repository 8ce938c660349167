import type { Evidence } from '../classification.ts';
import { eachMatch } from '../each-match.ts';
import { scansOf } from '../poison/judge.ts';
import { codes } from '../poison/scan.ts';
import type { WarningSignal } from '../warning-signal.ts';

/** Formats that issuers publish, so that a leaked key can be told from a sample. */
const keys =
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{60,}|\bsk-(?:proj-|ant-[a-z0-9]+-)?[A-Za-z0-9_-]{32,}|\bxox[abprs]-[0-9]{8,}-[A-Za-z0-9-]{16,}|\bAIza[0-9A-Za-z_-]{35}\b|\bsk_live_[0-9a-zA-Z]{20,}|\bnpm_[A-Za-z0-9]{36}\b|\bglpat-[A-Za-z0-9_-]{20}\b|-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----|\beyJ[A-Za-z0-9_-]{16,}\.eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{20,}/g;
/** Shown instead of the rest of a key. */
const shown = 8;

/** A sample, not a key: `EXAMPLE`, `xxxx`, one letter again and again, letters in their order. */
function isSample(key: string): boolean {
  return /example|x{4,}|(.)\1{5,}|abcdef|123456|your|\.\.\./i.test(key);
}

export const secretInDefinition: WarningSignal = {
  id: 'secret-in-definition',
  title: 'Holds a key or token',
  why: 'A definition is sent to every client and to the model: a key in it is published.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    warning: {
      class: 'hygiene',
      severity: 'high',
      message: 'It holds what looks like a working key or token.',
      owasp: ['MCP01:2025'],
      atlas: ['AML.T0055'],
    },
  },
  find(text) {
    const found: Evidence[] = [];
    for (const { passage, scan } of scansOf(text)) {
      if (!(scan.coded & codes.longRun)) continue;
      const { pointer, clean } = passage;
      for (const [key] of eachMatch(clean, keys)) {
        if (!isSample(key))
          found.push({ signal: 'secret-in-definition', pointer, quote: key.slice(0, shown) });
      }
    }
    return found;
  },
  falsePositives: ['A revoked key that is kept as a sample.'],
  examples: {
    fires: [
      {
        tool: { name: 'call_api', description: `Uses the key ${'AKIA'}Q4R7T2ZP9WLM3KUV.` },
        quote: 'AKIAQ4R7',
      },
    ],
    silent: [
      { name: 'call_api', description: 'Key, for example AKIAIOSFODNN7EXAMPLE.' },
      { name: 'get', description: 'Header: Authorization: Bearer <token>' },
    ],
  },
};
