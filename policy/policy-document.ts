import type { Condition, Decision, Limit, Posture, Rule } from './policy.ts';

/** The key of `policy.json` that holds what version 1 of the format has no word for. */
export const extensionKey = 'x-mcp-risk';

/** What is checked before a call of a tool, in the words of version 1. */
export interface Checks {
  require?: Condition[];
  deny_if?: { conditions: Condition[]; on_deny?: string }[];
  limits?: (Limit & { scope?: 'grant' })[];
}

/** What we say of a tool; with its checks where version 1 does not list the tool. */
export interface Note extends Checks {
  decision: Decision;
  because: string;
  definitionHash?: string;
  approval?: Rule['approval'];
  unchecked?: Decision;
}

/** A `policy.json` as schema/policy.schema.json describes it. Tool names are own keys, whatever they are. */
export interface PolicyDocument {
  version: '1';
  default: 'allow' | 'deny';
  hide?: string[];
  all_tools?: Pick<Checks, 'limits'>;
  tools?: Record<string, Checks>;
  [extensionKey]?: {
    schemaVersion: '1.0';
    server: string;
    posture: Posture;
    default: Decision;
    classifierVersion: string;
    tools: Record<string, Note>;
  };
}

/** A tool's own entry; `undefined` for what a prototype has. */
export function entryOf<T>(tools: Record<string, T> | undefined, name: string): T | undefined {
  return tools && Object.hasOwn(tools, name) ? tools[name] : undefined;
}
