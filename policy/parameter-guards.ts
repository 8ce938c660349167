import type { JsonObject } from '../classifier/definition.ts';
import { isObject } from './json.ts';
import { judgeAction } from './judge-action.ts';
import type { Condition, Denial, Posture } from './policy.ts';
import { privateAddress } from './private-address.ts';

/** What a tool's own parameters allow to be checked before a call. */
export interface Guards {
  require: Condition[];
  denyIf: Denial[];
  /** Leaves only the values of an action parameter that are sure to be milder than the label; absent where none is. */
  onlyMild?: Condition;
}

export interface GuardedEffects {
  movesMoney: boolean;
  changesData: boolean;
  touchesFiles: boolean;
  reachesNetwork: boolean;
}

interface Parameter {
  /** As it stands in a condition. */
  path: string;
  name: string;
  schema: JsonObject;
}

/** Highest amount without a person's own figure, in the unit of the tool (which may be cents). */
const highestAmount: Record<Posture, number> = { strict: 10, balanced: 100, permissive: 1000 };

const amountName =
  /^(amount|amount_?(usd|eur|in|out|cents|minor)?|total|total_?amount|sum|price|budget|spend|max_?(spend|amount|price)|quantity|qty|size|volume|notional)$/i;
const forceName =
  /^(force|forced|hard|hard_?delete|permanent|permanently|purge|cascade|prune|drop|overwrite|wipe|delete_?\w*|remove_?\w*|skip_?(confirm\w*|checks?|hooks?|validation)|no_?verify|bypass\w*|recursive|recursively|as_?admin|sudo)$/i;
const pathName =
  /^(path|paths|file|files|file_?name|file_?path|dir|directory|folder|folder_?path|source|destination|dest|target_?path|output_?(path|file|dir)|save_?path|old_?path|new_?path|root|cwd|working_?dir(ectory)?)$/i;
const urlName =
  /^(url|uri|link|href|endpoint|webhook|webhook_?url|callback_?url|base_?url|target_?url|image_?url)$/i;
const actionName = /^(action|actions|operation|op|method|http_?method|verb|mode|command|type)$/i;

const upwards = String.raw`(^|[/\\])\.\.([/\\]|$)`;
const credentialPlaces = String.raw`(^|[/\\])(\.ssh|\.gnupg|\.aws|\.kube|\.docker|\.netrc|\.npmrc|\.pypirc|\.git|\.env(\.[A-Za-z0-9_-]+)?|id_(rsa|dsa|ecdsa|ed25519))([/\\]|$)`;

/**
 * The conditions that the parameters offer. A text of SQL, code or a command is never filtered:
 * no pattern over such text is a guarantee.
 *
 * @param within absolute folder that paths have to stay in
 */
export function parameterGuards(
  inputSchema: JsonObject,
  effects: GuardedEffects,
  posture: Posture,
  within?: string,
): Guards {
  const found: Guards = { require: [], denyIf: [] };
  for (const parameter of parametersOf(inputSchema)) {
    if (effects.movesMoney) boundAmount(parameter, posture, found);
    if (effects.changesData) refuseForce(parameter, posture, found);
    if (effects.touchesFiles) keepInside(parameter, within, found);
    if (effects.reachesNetwork) keepPublic(parameter, found);
    if (effects.changesData) narrowAction(parameter, posture, found);
  }
  return found;
}

function parametersOf(inputSchema: JsonObject): Parameter[] {
  if (!isObject(inputSchema.properties)) return [];
  return Object.entries(inputSchema.properties).flatMap(([name, schema]) =>
    isObject(schema) && name !== '' && !name.includes('.')
      ? [{ name, schema, path: `args.${name}` }]
      : [],
  );
}

/** Required, not only denied above: leaving an amount out often means "all of it". */
function boundAmount({ name, path, schema }: Parameter, posture: Posture, found: Guards): void {
  if (!amountName.test(name) || !hasType(schema, 'number', 'integer')) return;
  const maximum = typeof schema.maximum === 'number' ? schema.maximum : Number.POSITIVE_INFINITY;
  const highest = Math.min(highestAmount[posture], maximum);
  found.require.push({ path, op: 'gte', value: 0 }, { path, op: 'lte', value: highest });
}

function refuseForce({ name, path, schema }: Parameter, posture: Posture, found: Guards): void {
  if (posture === 'permissive' || !forceName.test(name) || !hasType(schema, 'boolean')) return;
  found.denyIf.push({
    conditions: [
      { path, op: 'exists', value: true },
      { path, op: 'neq', value: false },
    ],
    message: `${name} has to be false or left out.`,
  });
}

function keepInside(
  { name, path, schema }: Parameter,
  within: string | undefined,
  found: Guards,
): void {
  if (!pathName.test(name)) return;
  if (within !== undefined && hasType(schema, 'array')) {
    const message = `${name} is a list: whether it stays in ${within} cannot be checked.`;
    found.denyIf.push({ conditions: [{ path, op: 'exists', value: true }], message });
    return;
  }
  if (!hasType(schema, 'string')) return;
  found.denyIf.push({
    conditions: [{ path, op: 'regex', value: `${upwards}|${credentialPlaces}` }],
    message: `${name} may not hold ".." or lead to credentials or a repository's own files.`,
  });
  if (within === undefined) return;
  const folder = escapeRegex(within.replace(/[/\\]+$/, ''));
  found.require.push({ path, op: 'regex', value: `^${folder}([/\\\\]|$)` });
}

function keepPublic({ name, path, schema }: Parameter, found: Guards): void {
  if (!urlName.test(name) || !hasType(schema, 'string')) return;
  for (const { pattern, message } of privateAddress) {
    found.denyIf.push({
      conditions: [{ path, op: 'regex', value: pattern }],
      message: `${name} ${message}.`,
    });
  }
}

function narrowAction({ name, path, schema }: Parameter, posture: Posture, found: Guards): void {
  if (posture === 'permissive' || !actionName.test(name) || !Array.isArray(schema.enum)) return;
  const values = schema.enum.filter((value) => typeof value === 'string');
  const destructive = values.filter((value) => judgeAction(value) === 'destructive');
  if (destructive.length === 0 || destructive.length === schema.enum.length) return;
  found.denyIf.push({
    conditions: [{ path, op: 'in', value: destructive }],
    message: `${name} may not be ${destructive.join(', ')}.`,
  });
  const mild = values.filter((value) => judgeAction(value) === 'mild');
  if (mild.length > 0) found.onlyMild = { path, op: 'in', value: mild };
}

/** Also of one of its alternatives: an argument that may be null is often written so. */
function hasType(schema: JsonObject, ...types: string[]): boolean {
  const alternatives = [schema.anyOf, schema.oneOf].flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  );
  return [schema, ...alternatives].some(({ type }) =>
    (Array.isArray(type) ? type : [type]).some(
      (one) => typeof one === 'string' && types.includes(one),
    ),
  );
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
