import { z } from 'zod';
import { packageNames } from '../packages/package-names.ts';
import type { PackageTarget } from '../server-entry.ts';
import { readRuntimeWords } from './runtime-arguments.ts';
import { fillInput, InputWithVariables, looseArray } from './server-json-input.ts';

const maxInputs = 100;

const Argument = z.discriminatedUnion('type', [
  InputWithVariables.extend({ type: z.literal('named'), name: z.string().min(1).max(200) }),
  InputWithVariables.extend({
    type: z.literal('positional'),
    valueHint: z.string().max(200).optional().catch(undefined),
  }),
]);
type Argument = z.infer<typeof Argument>;

const EnvironmentVariable = InputWithVariables.extend({
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/),
});

const Package = z.object({
  registryType: z.enum(['npm', 'pypi', 'oci', 'mcpb']),
  registryBaseUrl: z.string().max(2_048).optional().catch(undefined),
  identifier: z.string().min(1).max(2_048),
  version: z.string().min(1).max(255).optional().catch(undefined),
  fileSha256: z
    .string()
    .regex(/^[a-f0-9]{64}$/)
    .optional()
    .catch(undefined),
  // A package that opens a port is not spoken to over stdin.
  transport: z.object({ type: z.literal('stdio') }).default({ type: 'stdio' }),
  runtimeArguments: looseArray(Argument, maxInputs),
  packageArguments: looseArray(Argument, maxInputs),
  environmentVariables: looseArray(EnvironmentVariable, maxInputs),
});

const defaultRegistries = {
  npm: ['https://registry.npmjs.org'],
  pypi: ['https://pypi.org', 'https://pypi.org/simple'],
} as const;

/** Undefined for a package of a kind, registry or transport that is not crawled. */
export function readPackage(value: unknown): PackageTarget | undefined {
  const parsed = Package.safeParse(value);
  if (!parsed.success) return undefined;
  const { registryType: type, registryBaseUrl, version, fileSha256 } = parsed.data;
  const base = registryBaseUrl?.replace(/\/+$/, '');
  if (type === 'npm' || type === 'pypi') {
    const known: readonly string[] = defaultRegistries[type];
    if (base !== undefined && !known.includes(base)) return undefined;
  }
  const identifier =
    type === 'oci' ? withHost(parsed.data.identifier, base) : parsed.data.identifier;
  if (!packageNames[type].test(identifier)) return undefined;
  const runtime = readRuntimeWords(type, parsed.data.runtimeArguments.flatMap(fillArgument));
  const variables = parsed.data.environmentVariables.flatMap((variable) => {
    const filled = fillInput(variable.name, variable);
    return filled === undefined ? [] : [[variable.name, filled] as const];
  });
  return {
    type,
    identifier,
    ...(version === undefined || version === 'latest' ? {} : { version }),
    args: parsed.data.packageArguments.flatMap(fillArgument),
    env: { ...runtime.env, ...Object.fromEntries(variables) },
    ...(runtime.leftOut.length === 0 ? {} : { leftOut: runtime.leftOut }),
    ...(type === 'mcpb' && fileSha256 !== undefined ? { integrity: fileSha256 } : {}),
  };
}

function fillArgument(argument: Argument): string[] {
  const label = argument.type === 'named' ? argument.name : (argument.valueHint ?? '');
  const filled = fillInput(label, argument);
  if (filled === undefined) return [];
  if (argument.type === 'positional') return [filled];
  return filled === '' ? [argument.name] : [argument.name, filled];
}

/** Older records name an image's registry beside it, newer ones in it. */
function withHost(identifier: string, base: string | undefined): string {
  const host = base === undefined ? undefined : URL.parse(base)?.host;
  if (!host || host === 'docker.io' || identifier.startsWith(`${host}/`)) return identifier;
  return `${host}/${identifier}`;
}
