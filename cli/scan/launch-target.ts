import type { JsonObject } from '../../classifier/definition.ts';
import type { Target } from '../../crawler/server-entry.ts';
import type { ConfiguredServer } from '../../policy/client.ts';
import { isObject } from '../../policy/json.ts';
import { type PackageCall, packageCall } from './package-call.ts';
import { withoutSecrets } from './secrets.ts';
import { withStandInFolders } from './stand-in-folder.ts';

/**
 * What the crawler starts for a server of a client's configuration, with stand-ins for its credentials and, where it
 * is a package, for the folders of this machine. A package runner (`npx`, `uvx`, `docker run`) becomes its package,
 * which the crawler installs itself; anything else stays the command line. The package is read before credentials are
 * replaced, so that it is always the configured one.
 */
export function launchTarget(server: ConfiguredServer): Target {
  const found = packageCall(server.target);
  const isConfined = found !== undefined && found.type !== 'oci';
  const { target } = withoutSecrets(isConfined ? withStandInFolders(server) : server);
  if (target.type !== 'stdio') {
    const type = target.type === 'sse' ? 'sse' : 'streamable-http';
    return { type, url: target.url, headers: {} };
  }
  if (found) {
    const args = target.args.slice(target.args.length - found.args.length);
    const { type, identifier, version } = found;
    const pinned = version === undefined ? {} : { version };
    return bridged(found, args) ?? { type, identifier, ...pinned, args, env: target.env };
  }
  const cwd = target.cwd === undefined ? {} : { cwd: target.cwd };
  return { type: 'command', command: target.command, args: target.args, env: target.env, ...cwd };
}

/** `npx mcp-remote <url>` only carries what the server at the address offers. */
function bridged({ type, identifier }: PackageCall, args: string[]): Target | undefined {
  const url = args.find((word) => /^https?:\/\//i.test(word));
  if (type !== 'npm' || identifier !== 'mcp-remote' || url === undefined) return undefined;
  const isSse = /\/sse\/?$/.test(url) || args.includes('sse-only');
  return { type: isSse ? 'sse' : 'streamable-http', url, headers: {} };
}

/** The target of an entry of a client's configuration, with stand-ins for its credentials; or why there is none. */
export function configuredTarget(alias: string, entry: JsonObject): Target | string {
  const { command, url } = entry;
  if (typeof command === 'string') {
    const args = Array.isArray(entry.args) ? entry.args.map(String) : [];
    const env = Object.fromEntries(
      Object.entries(isObject(entry.env) ? entry.env : {}).map(([name, value]) => [
        name,
        String(value),
      ]),
    );
    return targetOf({ type: 'stdio', command, args, env });
  }
  if (typeof url === 'string') {
    return targetOf({ type: entry.type === 'sse' ? 'sse' : 'http', url, headers: {} });
  }
  return 'has neither a command nor a url';

  function targetOf(target: ConfiguredServer['target']): Target {
    return launchTarget({ alias, pointer: '', disabled: false, target });
  }
}
