/**
 * What an installer may be given as a package: nothing that looks to it like an option, a path, an
 * address or a second word.
 */
export const packageNames = {
  // https://github.com/npm/validate-npm-package-name, without the legacy names and what begins like an option.
  npm: /^(?=.{1,214}$)(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*$/,
  // https://packaging.python.org/en/latest/specifications/name-normalization/
  pypi: /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
  // https://github.com/distribution/reference: host, path, tag and digest in their characters.
  oci: /^(?=.{1,500}$)[a-z0-9][a-z0-9._:/-]*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/,
  mcpb: /^https:\/\/\S+$/,
} as const;
