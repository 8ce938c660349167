import type { Signal } from '../signal.ts';

export const nothingSaid: Signal = {
  id: 'nothing-said',
  title: 'Says nothing that is understood of what it does',
  why: 'What is not known is not called harmless.',
  status: 'stable',
  strength: 'decisive',
  suggests: { risk: 'medium' },
  find: ({ name, reading }) => {
    const { nameAct, clauseActs, choices, nameKinds, clauseKinds } = reading;
    const told =
      nameAct !== undefined ||
      clauseActs.length + choices.length > 0 ||
      (nameKinds | clauseKinds) !== 0;
    return told ? [] : [{ signal: 'nothing-said', pointer: name.pointer, quote: name.raw }];
  },
  falsePositives: ['a product whose name says it all to those who know it'],
  examples: {
    fires: [
      { tool: { name: 'frobnicate', description: 'Frobnicates the quux.' }, quote: 'frobnicate' },
      { tool: { name: 'quux', inputSchema: { properties: { x: {} } } }, quote: 'quux' },
    ],
    silent: [{ name: 'get_weather' }, { name: 'quux', description: 'Returns the price.' }],
  },
};
