export const behaviours: Record<string, unknown>;
