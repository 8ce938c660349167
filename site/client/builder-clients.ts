import type { Client } from '../../policy/client.ts';
import { claudeCode } from '../../policy/clients/claude-code.ts';
import { claudeDesktop } from '../../policy/clients/claude-desktop.ts';
import { cline } from '../../policy/clients/cline.ts';
import { codex } from '../../policy/clients/codex.ts';
import { cursorCli } from '../../policy/clients/cursor-cli.ts';
import { cursorIde } from '../../policy/clients/cursor-ide.ts';
import { geminiCli } from '../../policy/clients/gemini-cli.ts';
import { kiro } from '../../policy/clients/kiro.ts';
import { opencode, opencodeV2 } from '../../policy/clients/opencode.ts';
import { roo } from '../../policy/clients/roo.ts';
import { vscode } from '../../policy/clients/vscode.ts';
import { windsurf } from '../../policy/clients/windsurf.ts';

/** The clients whose files are JSON or TOML. Goose comes later, because a YAML parser is as large as all of these. */
export const builderClients: readonly Client[] = [
  claudeCode,
  codex,
  geminiCli,
  cursorIde,
  cursorCli,
  vscode,
  opencode,
  opencodeV2,
  cline,
  roo,
  kiro,
  claudeDesktop,
  windsurf,
];

/** Goose with its YAML parser. */
export async function loadGoose(): Promise<Client> {
  return (await import('../../policy/clients/goose.ts')).goose;
}

/** The servers of a configuration, and the client whose format it is: the first that finds most in it. */
export function readConfiguration(
  text: string,
  candidates: readonly Client[],
): { client: Client; servers: ReturnType<Client['readServers']> } | { error: string } {
  let best: { client: Client; servers: ReturnType<Client['readServers']> } | undefined;
  let error = '';
  for (const client of candidates) {
    try {
      const servers = client.readServers(text);
      if (servers.length > (best?.servers.length ?? 0)) best = { client, servers };
    } catch (problem) {
      if (!(problem instanceof SyntaxError)) throw problem;
      error ||= problem.message;
    }
  }
  return best ?? { error: error || 'There are no MCP servers in it.' };
}
