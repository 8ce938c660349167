/** About which labels a model is asked. */
export const llmModes = ['off', 'uncertain', 'all'] as const;
export type LlmMode = (typeof llmModes)[number];
