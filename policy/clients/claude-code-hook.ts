import { ruleWords } from '../evaluate.ts';
import { kinds } from '../type-mismatch.ts';

/**
 * A script without dependencies that Claude Code runs before each call of the server's tools.
 * It reads the `policy.json` beside it and decides like `evaluate`, but for limits and changed
 * definitions. It never says `allow`: a call that nothing refuses is left to the rules in
 * `settings.json`. What it cannot read or decide is denied.
 *
 * @param prefix `mcp__<server>__`, of ASCII letters, digits, `_` and `-`
 * @param policyFile name of the file beside the script, of the same characters and dots
 */
export function hookScript(prefix: string, policyFile: string): string {
  return script
    .replace('"PREFIX"', () => JSON.stringify(prefix))
    .replace('"POLICY_FILE"', () => JSON.stringify(`./${policyFile}`));
}

const script = `// Written by mcp-risk. Checks the calls of one MCP server against the policy file beside it.
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';

const prefix = "PREFIX";
const policyFile = new URL("POLICY_FILE", import.meta.url);
const severity = ['allow', 'ask', 'deny', 'hide'];

const ruleWords = ${JSON.stringify(ruleWords, null, 2)};
const kinds = ${JSON.stringify(kinds, null, 2)};

// Patterns run in time linear in the text, or not at all.
v8.setFlagsFromString('--enable-experimental-regexp-engine');

/** The decision about one call: { decision, reason }. */
export function decide(document, toolName, args) {
  const extension = document['x-mcp-risk'];
  const short = toolName.slice(prefix.length);
  const rules = Object.keys(extension.tools).filter((name) => clientName(name) === short);
  if (!toolName.startsWith(prefix) || rules.length === 0) {
    return { decision: extension.default, reason: 'No rule of the policy names this tool.' };
  }
  return rules
    .map((name) => decideByRule(document, name, args))
    .reduce((a, b) => (severity.indexOf(b.decision) > severity.indexOf(a.decision) ? b : a));
}

function clientName(name) {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_');
}

function decideByRule(document, name, args) {
  const noted = document['x-mcp-risk'].tools[name];
  const checks = Object.hasOwn(document.tools, name) ? document.tools[name] : noted;
  const decided = { decision: noted.decision, reason: noted.because || ruleWords[noted.decision] };
  if (noted.decision === 'deny' || noted.decision === 'hide') return decided;
  for (const condition of checks.require ?? []) {
    if (holds(condition, args) !== 'yes') {
      const wanted = condition.path + ' ' + condition.op + ' ' + JSON.stringify(condition.value);
      const mismatch = typeMismatch(condition, args);
      const reason = 'The policy requires ' + wanted + (mismatch ? ': ' + mismatch : '') + '.';
      return { decision: 'deny', reason };
    }
  }
  for (const { conditions, on_deny: message } of checks.deny_if ?? []) {
    if (conditions.every((condition) => holds(condition, args) !== 'no')) {
      return { decision: 'deny', reason: message || 'Its rule denies such arguments.' };
    }
  }
  return decided;
}

/** Where a path ends: at its argument, or on the way at a value that has no parts to look into. */
function placeOf(path, args) {
  const [root, ...keys] = path.split('.');
  let place = { path: root, value: args };
  for (const key of keys) {
    const { value } = place;
    if (typeOf(value) !== 'object') return place;
    if (!Object.hasOwn(value, key)) return undefined;
    place = { path: place.path + '.' + key, value: value[key] };
  }
  return place;
}

/** 'unknown' where the argument is of a type that the operator cannot judge. */
function holds({ path, op, value }, args) {
  const place = placeOf(path, args);
  if (!place) return yes(op === 'exists' && value === false);
  if (place.path !== path) return 'unknown';
  const actual = place.value;
  switch (op) {
    case 'exists':
      return yes(value === true);
    case 'eq':
      return equal(actual, value);
    case 'neq':
      return not(equal(actual, value));
    case 'in':
      return anyEqual(actual, value);
    case 'not_in':
      return not(anyEqual(actual, value));
    case 'contains':
      return contains(actual, value);
    case 'regex':
      return typeof actual === 'string' ? yes(new RegExp(value, 'l').test(actual)) : 'unknown';
    default:
      return compare(actual, op, value);
  }
}

function yes(is) {
  return is ? 'yes' : 'no';
}

function not(answer) {
  return answer === 'unknown' ? answer : yes(answer === 'no');
}

function typeOf(value) {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function equal(actual, value) {
  if (typeOf(actual) !== typeOf(value) || typeof (actual ?? 0) === 'object') return 'unknown';
  return yes(actual === value);
}

function anyEqual(actual, values) {
  const answers = values.map((value) => equal(actual, value));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('no') ? 'no' : 'unknown';
}

function contains(actual, value) {
  if (typeof actual === 'string' && typeof value === 'string') return yes(actual.includes(value));
  if (!Array.isArray(actual)) return 'unknown';
  const answers = actual.map((item) => equal(item, value));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function compare(actual, op, value) {
  if (typeof actual !== 'number' || !Number.isFinite(actual)) return 'unknown';
  if (op === 'lt') return yes(actual < value);
  if (op === 'lte') return yes(actual <= value);
  if (op === 'gt') return yes(actual > value);
  if (op === 'gte') return yes(actual >= value);
  return 'unknown';
}

/** Why a condition cannot judge an argument; undefined where its type is not why. */
function typeMismatch(condition, args) {
  const place = placeOf(condition.path, args);
  if (!place) return undefined;
  const given = typeOf(place.value);
  const judged = place.path === condition.path ? judgedTypes(condition) : ['object'];
  if (judged.length === 0 || judged.includes(given)) return undefined;
  const required = [...new Set(judged)].map((type) => kinds[type]).join(' or ');
  return place.path + ' is ' + kinds[given] + ', ' + required + ' is required';
}

/** Empty: any. */
function judgedTypes({ op, value }) {
  switch (op) {
    case 'exists':
      return [];
    case 'eq':
    case 'neq':
      return comparable([value]);
    case 'in':
    case 'not_in':
      return comparable(value);
    case 'contains':
      return typeof value === 'string' ? ['string', 'array'] : ['array'];
    case 'regex':
      return ['string'];
    default:
      return ['number'];
  }
}

function comparable(values) {
  return values.map(typeOf).filter((type) => type !== 'array' && type !== 'object');
}

function main() {
  try {
    const document = JSON.parse(readFileSync(policyFile, 'utf8'));
    const call = JSON.parse(readFileSync(0, 'utf8'));
    if (typeof call.tool_name !== 'string') throw new Error('there is no tool name');
    return decide(document, call.tool_name, call.tool_input ?? {});
  } catch (error) {
    return { decision: 'deny', reason: 'The policy could not be checked: ' + error.message };
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { decision, reason } = main();
  if (decision !== 'allow') {
    const output = {
      hookEventName: 'PreToolUse',
      permissionDecision: decision === 'ask' ? 'ask' : 'deny',
      permissionDecisionReason: reason,
    };
    process.stdout.write(JSON.stringify({ hookSpecificOutput: output }));
  }
}
`;
