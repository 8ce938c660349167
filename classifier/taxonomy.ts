/** The words of a label, from mildest to worst. Their meaning is docs/METHODOLOGY.md. */
export const operations = ['read', 'write', 'destructive'] as const;
export type Operation = (typeof operations)[number];

export const risks = ['low', 'medium', 'high', 'critical'] as const;
export type Risk = (typeof risks)[number];

export const capabilities = [
  'executes-code',
  'moves-money',
  'deletes-data',
  'communicates',
  'changes-access',
  'controls-systems',
  'reads-secrets',
  'reads-private-data',
  'ingests-untrusted',
  'reaches-network',
] as const;
export type Capability = (typeof capabilities)[number];

/** Each capability as the end of the sentence "one call can …". */
export const capabilityMeaning: Record<Capability, string> = {
  'executes-code': 'run code, commands, scripts or write-capable queries that the caller composes',
  'moves-money': 'spend, charge, refund or transfer money or other assets, or place orders',
  'deletes-data': 'delete, wipe or wholly overwrite data',
  communicates: 'send or publish content that people or the public will see',
  'changes-access': 'change permissions, membership, sharing, credentials or security settings',
  'controls-systems':
    'start, stop, deploy or configure compute, services, jobs, devices or a browser',
  'reads-secrets': 'return secrets, tokens, passwords, private keys or environment values',
  'reads-private-data': 'return private, personal or business data',
  'ingests-untrusted': 'return content written by third parties that can carry instructions',
  'reaches-network': 'send data to a destination the caller chooses',
};

/** The worse of two words of one scale. */
export function worstOperation(a: Operation, b: Operation): Operation {
  return operations.indexOf(a) >= operations.indexOf(b) ? a : b;
}

export function worstRisk(a: Risk, b: Risk): Risk {
  return risks.indexOf(a) >= risks.indexOf(b) ? a : b;
}
