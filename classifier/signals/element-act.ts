import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const acts = /^(?:select|check|uncheck|choose|set|submit|upload|fill|clear|handle|act|perform)$/;

export const elementAct: Signal = {
  id: 'element-act',
  title: 'Acts on an element of a page',
  why: 'Selecting, checking or filling an element is an act in the open page.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { parameters: ['selector'] },
  find: (text) => {
    const { reading } = text;
    const act = reading.main;
    if (act === undefined || !acts.test(act.word)) return [];
    return ownParameters(reading, 'selector')
      .filter(({ parameter }) => !/^node_?ids?$/i.test(parameter.name.clean))
      .slice(0, 1)
      .map((parameter) => quoteParameter('element-act', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'puppeteer_select',
          inputSchema: { properties: { selector: { type: 'string' } } },
        },
        quote: 'selector',
      },
    ],
    silent: [
      { name: 'set_focus', inputSchema: { properties: { nodeId: { type: 'string' } } } },
      { name: 'get_text', inputSchema: { properties: { selector: { type: 'string' } } } },
    ],
  },
};
