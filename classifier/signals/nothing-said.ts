import type { Signal } from '../signal.ts';

/** Things that are sent, placed, made or driven as often as looked at, and programs that do either. */
const eitherWay = new Set(
  'post drop console node terraform docker npm cron mail email sms message tweet comment page order trade issue invoice job task stream branch browser computer mouse keyboard key device light door alarm thermostat'.split(
    ' ',
  ),
);

export const nothingSaid: Signal = {
  id: 'nothing-said',
  title: 'Says nothing that is understood of what it does',
  why: 'What is not known is not called harmless.',
  status: 'stable',
  strength: 'decisive',
  suggests: { risk: 'medium' },
  find: ({ name, reading, descriptionWords }) => {
    const { nameAct, clauseActs, choices, nameKinds, clauseKinds, parameters } = reading;
    const isBare =
      descriptionWords.length + parameters.length === 0 &&
      eitherWay.has(name.clean.trim().toLowerCase());
    const told =
      nameAct !== undefined ||
      clauseActs.length + choices.length > 0 ||
      (nameKinds | clauseKinds) !== 0;
    return told && !isBare
      ? []
      : [{ signal: 'nothing-said', pointer: name.pointer, quote: name.raw }];
  },
  falsePositives: ['a product whose name says it all to those who know it'],
  examples: {
    fires: [
      { tool: { name: 'frobnicate', description: 'Frobnicates the quux.' }, quote: 'frobnicate' },
      { tool: { name: 'quux', inputSchema: { properties: { x: {} } } }, quote: 'quux' },
      { tool: { name: 'email' }, quote: 'email' },
    ],
    silent: [
      { name: 'get_weather' },
      { name: 'emails' },
      { name: 'quux', description: 'Returns the price.' },
    ],
  },
};
