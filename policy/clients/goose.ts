import type { ToolDefinition } from '../../classifier/definition.ts';
import type {
  Client,
  ConfiguredServer,
  ExportOptions,
  Platform,
  PolicyFiles,
  Today,
} from '../client.ts';
import { serversAt, stringsAt, valueAt } from '../configured-servers.ts';
import { lower, plainAbilities } from '../lower.ts';
import type { Decision, Policy } from '../policy.ts';
import { readYaml } from '../read-yaml.ts';
import { yamlList } from '../yaml-text.ts';

/** `permission.yaml`, in which a tool is `<extension>__<tool>`. It counts in the modes `approve` and `smart_approve`. */
export const goose: Client = {
  id: 'goose',
  name: 'Goose',
  kind: 'client',
  docs: 'https://block.github.io/goose/docs/guides/managing-tools/tool-permissions',
  checkedOn: '2026-11-25',
  checkedBy: 'parser',
  configPaths: (platform, home) => [`${folder(platform, home)}/config.yaml`],
  permissionPaths: (platform, home) => [
    `${folder(platform, home)}/config.yaml`,
    `${folder(platform, home)}/permission.yaml`,
  ],
  readServers,
  writePolicy,
  today,
};

function folder(platform: Platform, home: string): string {
  return platform === 'win32'
    ? `${home}/AppData/Roaming/Block/goose/config`
    : `${home}/.config/goose`;
}

function readServers(text: string): ConfiguredServer[] {
  return serversAt(readYaml(text), '/extensions', { env: 'envs', urls: ['uri', 'url'] });
}

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, losses } = lower(
    policy,
    {
      ...plainAbilities,
      decisions: ['allow', 'ask', 'deny', 'hide'],
      defaults: ['ask'],
      refuses: (tool) =>
        /^[\w.:/-]+$/.test(tool) ? undefined : 'its name holds special characters',
    },
    options,
  );
  const listed = (...wanted: Decision[]) =>
    yamlList(
      rules
        .filter(({ decision }) => wanted.includes(decision))
        .map(({ tool }) => `${extensionKey(alias)}__${tool}`),
      '    ',
    );
  const contents = `user:
  always_allow:${listed('allow')}
  ask_before:${listed('ask')}
  never_allow:${listed('deny', 'hide')}
`;
  const path = `${folder(options.platform ?? 'linux', '~')}/permission.yaml`;
  const modeLoss = {
    tool: '*',
    wanted: 'decide in every mode',
    instead: 'counts only where GOOSE_MODE is approve or smart_approve',
  };
  return {
    files: [{ path, contents, ownership: 'merged' }],
    losses: [...losses, modeLoss],
  };
}

/** Goose drops white space from an extension's name, writes it in lower case and other characters as `_`. */
function extensionKey(alias: string): string {
  return alias
    .replace(/\s+/g, '')
    .replace(/[^A-Za-z0-9_-]/g, '_')
    .toLowerCase();
}

function today(texts: string[], alias: string, tool: ToolDefinition): Today {
  const files = texts.map(readYaml);
  const mode = files
    .map((file) => valueAt(file, '/GOOSE_MODE'))
    .findLast((one) => one !== undefined);
  if (mode === 'auto') return { decision: 'allow', because: 'GOOSE_MODE is auto' };
  if (mode === 'chat') return { decision: 'deny', because: 'GOOSE_MODE is chat' };
  const name = `${extensionKey(alias)}__${tool.name}`;
  for (const [list, decision] of [
    ['never_allow', 'deny'],
    ['ask_before', 'ask'],
    ['always_allow', 'allow'],
  ] as const) {
    const names = files.flatMap((file) => stringsAt(file, `/user/${list}`));
    if (names.includes(name)) return { decision, because: `${list} names it` };
  }
  if (tool.annotations?.readOnlyHint === true) {
    return { decision: 'allow', because: 'its readOnlyHint is true, which Goose believes' };
  }
  return { decision: 'ask', because: 'no list names it' };
}
