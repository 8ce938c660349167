import { llmModes } from '../classifier/llm/modes.ts';
import type { CommandOption } from './command.ts';

/** What every command that labels takes for a second opinion. */
export const llmOptions: CommandOption[] = [
  {
    flags: '--llm <mode>',
    description: 'ask a model about labels below a confidence, or about all',
    default: 'off',
    choices: llmModes,
  },
  {
    flags: '--llm-model <name>',
    description: 'its name at OPENAI_BASE_URL; OPENAI_MODEL where it is not given',
  },
  {
    flags: '--llm-below <confidence>',
    description: 'with --llm uncertain: ask below this confidence',
    default: '0.8',
  },
  {
    flags: '--llm-max-tokens <number>',
    description: 'stop asking before this many tokens are used',
    default: '1000000',
  },
  {
    flags: '--llm-max-cost <amount>',
    description: 'stop asking before this much is spent; goes with --llm-price',
  },
  {
    flags: '--llm-price <input,output>',
    description: 'price of a million tokens of each kind, in the currency of --llm-max-cost',
  },
];

/** What `classify`, which may wait, takes besides. */
export const llmBatchOption: CommandOption = {
  flags: '--llm-batch',
  description: 'ask in bulk through the Batch API: cheaper, answered within a day',
};

/** How many questions are open at a time. */
export const llmConcurrency = 4;
