import { shows } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const autonomous =
  /\b(?:autonomously|autonomous (?:agent|browser|browsing)|on its own|(?:computer|browser|desktop)[- ](?:use|using|automation) agent)\b|\b(?:codex|claude|claude code|gemini|qwen|copilot|cursor|aider|opencode|goose)(?: cli)?(?: in)? (?:non-interactive|headless|exec|auto) mode\b|\b(?:performs?|carr(?:y|ies) out|completes?|does) (?:the |any |an? )?(?:tasks?|instructions?|goals?)\b[^.;]{0,40}\bin (?:plain|natural) (?:words|language|english)\b[^.;]{0,30}\b(?:computer|desktop|browser|machine|phone|device)\b/i;

/** What it is told to do. */
const task = /^(?:tasks?|prompts?|instructions?|goal|objective|message|input)$/i;

export const agentRun: Signal = {
  id: 'agent-run',
  title: 'Lets another agent act on its own',
  why: 'An agent with tools of its own can do whatever those can.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { words: ['autonomously', 'autonomous', 'own', 'agent', 'mode', 'plain', 'natural'] },
  find: ({ description, reading }) =>
    reading.parameters.some(({ parameter }) => task.test(parameter.name.clean)) &&
    !shows.has(reading.nameAct?.verb)
      ? quoteMatch('agent-run', description, autonomous, 400)
      : [],
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'agent',
          description: 'Execute a task autonomously in the browser.',
          inputSchema: { properties: { prompt: {} } },
        },
        quote: 'autonomously',
      },
      {
        tool: {
          name: 'do',
          description: 'Performs the task you describe in plain words on the connected computer.',
          inputSchema: { properties: { task: {} } },
        },
        quote: 'Performs the task you describe in plain words on the connected computer',
      },
      {
        tool: {
          name: 'use_agent',
          description: 'Employs a browser automation agent for a task.',
          inputSchema: { properties: { task: {} } },
        },
        quote: 'browser automation agent',
      },
    ],
    silent: [
      { name: 'agent', description: 'Lists agents.' },
      { name: 'ping', description: 'Does nothing on its own.' },
    ],
  },
};
