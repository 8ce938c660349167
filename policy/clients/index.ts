import type { Client } from '../client.ts';
import { agentgatewayCel } from './agentgateway-cel.ts';
import { claudeApi } from './claude-api.ts';
import { claudeCode } from './claude-code.ts';
import { claudeDesktop } from './claude-desktop.ts';
import { cline } from './cline.ts';
import { codex } from './codex.ts';
import { cursorCli } from './cursor-cli.ts';
import { cursorIde } from './cursor-ide.ts';
import { dockerMcpGateway } from './docker-mcp-gateway.ts';
import { geminiCli } from './gemini-cli.ts';
import { goose } from './goose.ts';
import { kiro } from './kiro.ts';
import { opaRego } from './opa-rego.ts';
import { openaiResponses } from './openai-responses.ts';
import { opencode, opencodeV2 } from './opencode.ts';
import { roo } from './roo.ts';
import { toolhiveCedar } from './toolhive-cedar.ts';
import { vscode } from './vscode.ts';
import { windsurf } from './windsurf.ts';

/** Every client and gateway with a documented format, in the order of being shown. */
export const clients: readonly Client[] = [
  claudeCode,
  codex,
  geminiCli,
  cursorIde,
  cursorCli,
  vscode,
  opencode,
  opencodeV2,
  goose,
  cline,
  roo,
  kiro,
  claudeDesktop,
  windsurf,
  openaiResponses,
  claudeApi,
  toolhiveCedar,
  agentgatewayCel,
  dockerMcpGateway,
  opaRego,
];
