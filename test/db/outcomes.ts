import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Listed } from '../../crawler/outcome.ts';
import type { ServerEntry } from '../../crawler/server-entry.ts';

export const now = '2026-01-01T00:00:00.000Z';
export const later = '2026-01-02T00:00:00.000Z';
export const muchLater = '2026-01-09T00:00:00.000Z';
export const live = { origin: 'live' } as const;

export function entry(id: string, more: Partial<ServerEntry> = {}): ServerEntry {
  return {
    id,
    registry: 'index',
    version: '1.0.0',
    status: 'active',
    targets: [{ type: 'npm', identifier: id, version: '1.0.0', args: [], env: {} }],
    ...more,
  };
}

export function tool(name: string, description = `Does ${name}`): ToolDefinition {
  return {
    name,
    description,
    inputSchema: { type: 'object', properties: { [`${name}Id`]: { type: 'string' } } },
  };
}

export function listed(
  serverId: string,
  at: string,
  tools: ToolDefinition[],
  more: Partial<Listed> = {},
): Listed {
  return {
    kind: 'listed',
    serverId,
    at,
    durationMs: 12,
    tools,
    malformed: [],
    protocolVersion: '2025-11-25',
    serverInfo: { name: serverId, version: '1.0.0' },
    ...more,
  };
}
