import type { Evidence } from '../classification.ts';
import type { Signal } from '../signal.ts';

const script =
  /^(?:execute_?(?:java)?script|run_?script|eval(?:uate)?|run_?code|exec(?:ute)?_?(?:code|command|js|sql)?|run_?(?:once|command))$/i;

export const scriptOption: Signal = {
  id: 'script-option',
  title: 'Offers a script among its actions or options',
  why: 'An action such as executeJavascript, or a script option, runs code on the way.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  find: (text) => {
    const found: Evidence[] = [];
    for (const { values } of text.parameters) {
      for (const { pointer, clean, raw } of values)
        if (script.test(clean)) found.push({ signal: 'script-option', pointer, quote: raw });
    }
    return found.slice(0, 2);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'scrape',
          inputSchema: {
            properties: {
              actions: {
                items: { properties: { type: { enum: ['click', 'executeJavascript'] } } },
              },
            },
          },
        },
        quote: 'executeJavascript',
      },
    ],
    silent: [{ name: 'scrape', inputSchema: { properties: { actions: { enum: ['click'] } } } }],
  },
};
