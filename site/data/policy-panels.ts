import { type Policy, type Posture, postures } from '../../policy/policy.ts';

/** One file to copy or download: a policy in one format. */
export interface PolicyPanel {
  posture: Posture;
  /** `policy.json` or the id of a client. */
  format: string;
  title: string;
  /** Path as the client documents it, and its contents. */
  files: { path: string; contents: string }[];
  losses: { wanted: string; instead: string }[];
}

export function policyPanels(policies: Record<Posture, Policy>): PolicyPanel[] {
  return postures.map((posture) => ({
    posture,
    format: 'policy.json',
    title: 'policy.json',
    files: [{ path: 'policy.json', contents: `${JSON.stringify(policies[posture], null, 2)}\n` }],
    losses: [],
  }));
}
