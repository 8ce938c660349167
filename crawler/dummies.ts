/** A setting that an index asks a user for (`Input` of server.json). */
export interface Setting {
  name: string;
  format?: string | undefined;
  default?: string | undefined;
  choices?: string[] | undefined;
  isSecret?: boolean | undefined;
}

const uuid = '00000000-0000-4000-8000-000000000000';

/** Forms that servers check before they start, by words in the name; the first that fits counts. */
const forms: readonly [RegExp, string][] = [
  [/postgres|(^|_)pg(_|$)|database_url/, 'postgresql://127.0.0.1:9/x'],
  [/mysql|mariadb/, 'mysql://127.0.0.1:9/x'],
  [/mongo/, 'mongodb://127.0.0.1:9/x'],
  [/redis/, 'redis://127.0.0.1:9'],
  [/(^|_)(url|uri|endpoint|base|webhook|server|site)$|_url_|_uri_/, 'http://127.0.0.1:9'],
  [/(^|_)(host|hostname|domain)$/, '127.0.0.1'],
  [/(^|_)port$/, '9'],
  [/e?mail|(^|_)user(name)?$/, 'nobody@example.com'],
  [/region/, 'us-east-1'],
  [/timeout|limit|max|count|size|(^|_)ttl$|interval/, '1'],
  [/(^|_)(path|dir|directory|folder|root|file|home)$/, '/tmp'],
  [/github|gh_token/, `ghp_${'0'.repeat(36)}`],
  [/openai|anthropic/, `sk-${'0'.repeat(48)}`],
  [/slack.*bot|slack.*token/, `xoxb-${'0'.repeat(12)}`],
  [/(tenant|client|subscription|project|organization|org|workspace|team)_id$/, uuid],
  [/account_id|phone|number/, '000000000000'],
  [/json|credentials/, '{}'],
  [/enable|debug|verbose|read_?only|dry_run/, 'true'],
];

/** A harmless value of the form the setting asks for: never a real credential, never a real host. */
export function dummyValue(setting: Setting): string {
  if (setting.default !== undefined && setting.default !== '') return setting.default;
  if (setting.choices?.[0] !== undefined) return setting.choices[0];
  if (setting.format === 'number') return '1';
  if (setting.format === 'boolean') return 'false';
  if (setting.format === 'filepath') return '/tmp';
  const words = setting.name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return forms.find(([name]) => name.test(words))?.[1] ?? 'x';
}
