import type { Client } from '../client.ts';

/** Of gateways and programming interfaces: no file of a user lists servers for them. */
export const withoutFiles: Pick<Client, 'configPaths' | 'permissionPaths' | 'readServers'> = {
  configPaths: () => [],
  permissionPaths: () => [],
  readServers: () => [],
};
