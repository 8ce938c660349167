import { execFile } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How this machine reaches the npm registry. Never a token. */
export interface HostNpm {
  registry: string;
  /** Lines of an `.npmrc`, without any secret. */
  npmrc: string;
  /** Certificates and proxies; a proxy may have its password in it. */
  env: Record<string, string>;
}

const settings = ['registry', 'cafile', 'ca', 'strict-ssl'];
const passedOn =
  /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|HTTPS?_PROXY|NO_PROXY|ALL_PROXY|SystemRoot)$/i;

let read: Promise<HostNpm> | undefined;

/**
 * Registry (also of scopes), proxy and certificate settings of this machine, read once from its npm
 * and environment, because many users sit behind a mirror. Tokens, scripts and caches stay behind:
 * only the settings named here are taken, and a password in a registry's URL is dropped. Proxies are
 * passed on in the environment and never written to a file, because they may need their password.
 */
export function hostNpm(): Promise<HostNpm> {
  read ??= readHostNpm();
  return read;
}

async function readHostNpm(): Promise<HostNpm> {
  const config = await npmConfig();
  const lines: string[] = [];
  for (const [key, value] of Object.entries(config)) {
    if (!settings.includes(key) && !/^@[\w.~-]+:registry$/.test(key)) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === null || item === '' || typeof item === 'object') continue;
      const text = key.endsWith('registry') ? withoutPassword(String(item)) : String(item);
      if (text === '') continue;
      lines.push(`${key}${Array.isArray(value) ? '[]' : ''}=${JSON.stringify(text)}`);
    }
  }
  return {
    registry: withoutPassword(String(config.registry ?? 'https://registry.npmjs.org/')),
    npmrc: `${lines.join('\n')}\n`,
    env: { ...passedOnEnv(), ...proxyEnv(config) },
  };
}

function passedOnEnv(): Record<string, string> {
  const pairs = Object.entries(process.env).filter(
    (pair): pair is [string, string] => passedOn.test(pair[0]) && pair[1] !== undefined,
  );
  // Proxies in upper case, so that npm's own settings replace them.
  return Object.fromEntries(
    pairs.map(([name, value]) => [/_proxy$/i.test(name) ? name.toUpperCase() : name, value]),
  );
}

/** npm's proxies under the names that every installer reads. */
function proxyEnv(config: Record<string, unknown>): Record<string, string> {
  const proxies = {
    HTTP_PROXY: config.proxy,
    HTTPS_PROXY: config['https-proxy'] ?? config.proxy,
    NO_PROXY: Array.isArray(config.noproxy) ? config.noproxy.join(',') : config.noproxy,
  };
  return Object.fromEntries(
    Object.entries(proxies).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
    ),
  );
}

async function npmConfig(): Promise<Record<string, unknown>> {
  try {
    const { stdout } = await run('npm', ['config', 'list', '--long', '--json'], {
      timeout: 30_000,
      maxBuffer: 4 * 1024 * 1024,
      env: { ...process.env, PATH: hostPath() },
      shell: process.platform === 'win32',
    });
    return JSON.parse(stdout);
  } catch {
    // Without npm on this machine there are no npm settings to respect.
    return {};
  }
}

/** npm finds its global settings beside the Node that runs it: this machine's, not the one we bring. */
function hostPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const ours = dirname(process.execPath);
  return folders
    .filter((folder) => folder !== ours && !/node_modules[\\/]\.bin[\\/]?$/.test(folder))
    .join(delimiter);
}

/** Empty for what is no URL. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return '';
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  parsed.search = '';
  return parsed.href;
}
