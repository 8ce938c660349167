import { customType } from 'drizzle-orm/pg-core';

/**
 * The one border where text from outside meets Postgres, which refuses U+0000 and cannot hold half a
 * surrogate pair. Such a code unit is stored as `␛` (U+241B) and its four hex digits, `␛` itself
 * likewise, so that reading gives back exactly what was written. All other text is stored as it is.
 */
export function escapeText(text: string): string {
  return text.replace(/␛|\p{Surrogate}/gu, escapeUnit).replaceAll('\0', escapeUnit);
}

function escapeUnit(unit: string): string {
  return `␛${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The inverse of `escapeText`. */
export function unescapeText(stored: string): string {
  return stored.replace(/␛([0-9a-f]{4})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * Any JavaScript string, exactly; sorted by its bytes, so that every machine has the same order. Raw
 * SQL must pass its values through `escapeText`.
 */
export const anyText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
  toDriver: escapeText,
  fromDriver: unescapeText,
});

/** Any JSON value as text: `JSON.stringify` writes what Postgres refuses as escapes; jsonb would not take them. */
export function jsonText<T>() {
  return customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => JSON.parse(text) as T,
  })();
}

/** A moment as ISO 8601 in UTC with milliseconds, whatever the session's time zone is. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (iso) => iso,
  fromDriver: (stored) => new Date(stored).toISOString(),
});
