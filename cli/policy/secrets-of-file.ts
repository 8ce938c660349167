import type { Json } from '../../classifier/definition.ts';
import { isObject } from '../../policy/json.ts';
import { isSecretName } from '../scan/secret-names.ts';
import { secretsOfText } from '../scan/secrets.ts';

/** Tables of which every value may be a credential, whatever its name. */
const secretTable = /^(env|envs|environment|headers|http_headers)$/i;

/** Everything in a client's file that may be a credential, wherever it stands, also as JSON writes it. */
export function secretsOfFile(file: Json): string[] {
  const found = secretsIn(file, false).filter((secret) => secret.length >= 4);
  return found.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
}

function secretsIn(value: Json, isSecret: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => secretsIn(item, isSecret));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) =>
      secretsIn(item, isSecret || secretTable.test(key) || isSecretName(key)),
    );
  }
  if (isSecret && value !== null && typeof value !== 'boolean') return [String(value)];
  return typeof value === 'string' ? secretsOfText(value) : [];
}
