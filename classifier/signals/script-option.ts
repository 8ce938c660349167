import type { Signal } from '../signal.ts';

export const scriptOption: Signal = {
  id: 'script-option',
  title: 'Offers a script among its actions or options',
  why: 'An action such as executeJavascript, or a script option, runs code on the way.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  find: (text) => {
    const chosen = text.parameters
      .flatMap((parameter) => parameter.values)
      .filter((value) =>
        /^(?:execute_?(?:java)?script|run_?script|eval(?:uate)?|run_?code|exec(?:ute)?_?(?:code|command|js|sql)?|run_?(?:once|command))$/i.test(
          value.clean,
        ),
      );
    return chosen
      .slice(0, 2)
      .map((value) => ({ signal: 'script-option', pointer: value.pointer, quote: value.raw }));
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
