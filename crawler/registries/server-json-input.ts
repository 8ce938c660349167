import { z } from 'zod';
import { dummyValue } from '../dummies.ts';

const text = z.string().max(4_096);
const optionalText = text.optional().catch(undefined);

const inputFields = {
  value: optionalText,
  default: optionalText,
  format: optionalText,
  choices: z.array(text).max(100).optional().catch(undefined),
  isRequired: z.boolean().optional().catch(undefined),
  isSecret: z.boolean().optional().catch(undefined),
};

const Input = z.object(inputFields);
export const Variables = z.record(z.string().max(200), Input).catch({});

/** `Input` of server.json: a value, or what a user is asked for. */
export const InputWithVariables = z.object({ ...inputFields, variables: Variables.optional() });
export type InputWithVariables = z.infer<typeof InputWithVariables>;
export type Variables = z.infer<typeof Variables>;

/** An array of which the items that do not fit are left out. */
export function looseArray<T extends z.ZodType>(item: T, max: number) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((values) =>
      values.slice(0, max).flatMap((value): z.infer<T>[] => {
        const parsed = item.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

/**
 * The value the server is started with: fixed, default or, when it must have one, a dummy.
 * Undefined for what may be left out.
 */
export function fillInput(name: string, input: InputWithVariables): string | undefined {
  if (input.value !== undefined) {
    const variables = input.variables ?? {};
    return input.value.replace(/\{(\w+)\}/g, (braces, variable: string) => {
      const known = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
      return known ? (known.value ?? dummyValue({ ...known, name: variable })) : braces;
    });
  }
  if (input.default !== undefined && !input.isRequired) return input.default;
  return input.isRequired ? dummyValue({ ...input, name }) : undefined;
}
