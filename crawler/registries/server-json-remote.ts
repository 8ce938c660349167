import { z } from 'zod';
import type { RemoteTarget } from '../server-entry.ts';
import { InputWithVariables, looseArray, Variables } from './server-json-input.ts';

const Remote = z.object({
  type: z.enum(['streamable-http', 'sse']),
  url: z.string().min(1).max(2_048),
  variables: Variables.optional(),
  headers: looseArray(InputWithVariables.extend({ name: z.string().min(1).max(100) }), 50),
});

/** Headers that carry a login, that steer the connection, or that are ours to set. */
const reserved =
  /^(authorization|cookie|proxy-.*|host|connection|content-.*|transfer-encoding|te|upgrade|expect|keep-alive|trailer|accept|accept-encoding|user-agent|mcp-.*|origin|referer|forwarded|x-forwarded-.*|.*(key|token|secret|auth).*)$/i;

/** Undefined for what is no remote. A login header is left out: the server then says what it wants. */
export function readRemote(value: unknown): RemoteTarget | undefined {
  const parsed = Remote.safeParse(value);
  if (!parsed.success) return undefined;
  const { type, headers } = parsed.data;
  const { url, unset } = fillUrl(parsed.data.url, parsed.data.variables ?? {});
  const fixed = headers.filter(
    ({ name, value: text, isSecret, variables }) =>
      text !== undefined &&
      !isSecret &&
      Object.keys(variables ?? {}).length === 0 &&
      /^[\x20-\x7e]*$/.test(text) &&
      /^[\w!#$%&'*+.^`|~-]+$/.test(name) &&
      !reserved.test(name),
  );
  return {
    type,
    url,
    headers: Object.fromEntries(fixed.map(({ name, value: text }) => [name, text ?? ''])),
    ...(unset.length === 0 ? {} : { unset }),
  };
}

/** Only defaults are filled in: a dummy in a URL would be a request to somebody else. */
function fillUrl(
  template: string,
  variables: Variables,
): { url: string; unset: NonNullable<RemoteTarget['unset']> } {
  const unset: NonNullable<RemoteTarget['unset']> = [];
  const url = template.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const known = variable?.value ?? variable?.default ?? variable?.choices?.[0];
    if (known !== undefined && known !== '') return known;
    unset.push({ name, secret: variable?.isSecret ?? /key|token|secret/i.test(name) });
    return braces;
  });
  return { url, unset };
}
