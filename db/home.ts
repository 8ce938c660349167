import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** The only directory that is written to: `MCP_RISK_HOME`, or the user's data directory by the platform's convention. */
export function homeDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return env.MCP_RISK_HOME ? resolve(env.MCP_RISK_HOME) : envPaths('mcp-risk', { suffix: '' }).data;
}
