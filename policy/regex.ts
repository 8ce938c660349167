import { RE2JS } from 're2js';

const compiled = new Map<string, RE2JS | undefined>();
const kept = 500;

/** A pattern in RE2 syntax, matched in time linear in the text; `undefined` for anything else. */
export function compilePattern(pattern: unknown): RE2JS | undefined {
  if (typeof pattern !== 'string') return undefined;
  if (!compiled.has(pattern)) {
    if (compiled.size >= kept) compiled.clear();
    compiled.set(pattern, tryCompile(pattern));
  }
  return compiled.get(pattern);
}

function tryCompile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
