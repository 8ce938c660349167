import type { Client } from '../client.ts';
import { claudeCode } from './claude-code.ts';
import { codex } from './codex.ts';
import { cursorIde } from './cursor-ide.ts';

/** Every client and gateway with a documented permission format, in the order of being shown. */
export const clients: readonly Client[] = [claudeCode, codex, cursorIde];
