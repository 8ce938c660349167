import { domainToASCII } from 'node:url';

/** Who asked not to be visited. */
export interface OptOut {
  hasHost(hostname: string): boolean;
  hasServer(serverId: string): boolean;
}

/** In the form that a request has it; `*.example.com` is what `example.com` says already. */
function hostOf(value: string): string | undefined {
  const host = domainToASCII(value.replace(/^\*\./, '')).replace(/\.$/, '');
  return host.split('.').some((label) => label === '' || label.includes('*')) ? undefined : host;
}

/**
 * Reads an opt-out list (`data/opt-out.txt`): one `host example.com` or `server io.github.owner/name`
 * a line, `#` starts a comment. A host stands for its subdomains too.
 * @throws {SyntaxError} with the line number, because a line nobody understood would not be obeyed
 */
export function readOptOut(text: string): OptOut {
  const hosts = new Set<string>();
  const servers = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.replace(/#.*/, '').trim();
    if (trimmed === '') continue;
    const [, kind, value = ''] = /^(host|server)\s+(\S+)$/.exec(trimmed) ?? [];
    const host = kind === 'host' ? hostOf(value) : undefined;
    if (host) hosts.add(host);
    else if (kind === 'server') servers.add(value);
    else throw new SyntaxError(`line ${index + 1}: expected "host <name>" or "server <id>"`);
  }
  return {
    hasServer: (serverId) => servers.has(serverId),
    hasHost: (hostname) => {
      const labels = hostname.toLowerCase().replace(/\.$/, '').split('.');
      return labels.some((_, first) => hosts.has(labels.slice(first).join('.')));
    },
  };
}
