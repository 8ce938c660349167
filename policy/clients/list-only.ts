import type { Client, PolicyFiles, Today } from '../client.ts';
import { serversAt } from '../configured-servers.ts';
import type { Policy } from '../policy.ts';
import { readJson } from '../read-json.ts';

/** Clients whose documented file lists servers only: what a tool may do is set in the application. */
export function listOnlyClient(
  client: Pick<Client, 'id' | 'name' | 'docs' | 'checkedOn' | 'configPaths'>,
): Client {
  return {
    ...client,
    kind: 'client',
    checkedBy: 'documentation',
    permissionPaths: () => [],
    readServers: (text) => serversAt(readJson(text), '/mcpServers', { urls: ['serverUrl', 'url'] }),
    writePolicy: (policy) => nothingToWrite(policy, client.name),
    today,
  };
}

function nothingToWrite({ rules }: Policy, name: string): PolicyFiles {
  const losses = rules.map(({ tool, decision }) => ({
    tool,
    wanted: decision,
    instead: `set it by hand in ${name}: no file for it is documented`,
  }));
  return { files: [], losses };
}

function today(): Today {
  return { decision: 'ask', because: 'its files say nothing about tools; the application may' };
}
