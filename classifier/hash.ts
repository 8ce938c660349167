import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { ToolDefinition } from './definition.ts';

/** The definition as RFC 8785 canonical JSON: the text that is stored and hashed. */
export function canonicalDefinition(definition: ToolDefinition): string {
  const text = canonicalize(definition);
  if (text === undefined) throw new TypeError('a definition is a JSON object');
  return text;
}

/** What of a parsed definition has no canonical JSON, and so no hash. */
export function canonicalFault(definition: ToolDefinition): string | undefined {
  try {
    canonicalDefinition(definition);
    return undefined;
  } catch (error) {
    const isText = error instanceof Error && error.message.includes('surrogate');
    return isText ? 'half a surrogate pair' : 'a number out of range';
  }
}

/** SHA-256 (lower-case hex, 64 characters) of the canonical JSON. */
export function hashDefinition(definition: ToolDefinition): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalDefinition(definition))));
}
