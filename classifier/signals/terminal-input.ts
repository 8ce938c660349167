import { isRead, nameHas, speaksOf } from '../acts.ts';
import { ownNamed, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const terminals = new Set(['repl', 'terminal', 'pty', 'shell', 'tmux', 'iterm', 'console', 'tty']);
const writes = new Set(['send', 'write', 'input', 'type', 'interact', 'feed', 'enter']);
const typed = /^(?:text|input|data|command|commands|keys|line|content|characters)$/i;

export const terminalInput: Signal = {
  id: 'terminal-input',
  title: 'Types into a terminal or an interpreter',
  why: 'Text that a shell or an interpreter reads is run.',
  status: 'stable',
  strength: 'decisive',
  suggests: {
    operation: 'destructive',
    risk: 'critical',
    capability: 'executes-code',
    implies: ['controls-systems', 'deletes-data', 'reaches-network'],
  },
  where: { isRead: false, words: [...terminals] },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading) || !speaksOf(reading, terminals) || !nameHas(reading, writes)) return [];
    return ownNamed(reading, typed)
      .slice(0, 1)
      .map((parameter) => quoteParameter('terminal-input', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'write_to_terminal',
          inputSchema: { properties: { text: { type: 'string' } } },
        },
        quote: 'text',
      },
    ],
    silent: [
      { name: 'read_terminal_output' },
      { name: 'send_message', inputSchema: { properties: { text: { type: 'string' } } } },
    ],
  },
};
