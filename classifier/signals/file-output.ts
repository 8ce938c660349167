import { nameHas } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** A path that is only looked at. */
const looks = /^(?:validate|check|verify|resolve|normalize|compare)$/;
const archives = new Set(['archive', 'zip', 'unzip', 'tar', 'unpack', 'untar']);

export const fileOutput: Signal = {
  id: 'file-output',
  title: 'Can save its result to a path',
  why: 'An output path writes a file that the caller chooses.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium' },
  find: (text) => {
    const { reading } = text;
    const unpacked = reading.parameters.filter(
      ({ parameter }) => parameter.name.clean === 'destination' && nameHas(reading, archives),
    );
    const looked = looks.test(reading.nameAct?.word ?? '');
    const outputs = ownParameters(reading, 'output').filter(
      ({ parameter }) => !looked || /out/i.test(parameter.name.clean),
    );
    return outputs.concat(unpacked).map((parameter) => quoteParameter('file-output', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'extract_archive', inputSchema: { properties: { destination: {} } } },
        quote: 'destination',
      },
      {
        tool: {
          name: 'take_screenshot',
          inputSchema: { properties: { outputPath: { type: 'string' } } },
        },
        quote: 'outputPath',
      },
    ],
    silent: [
      { name: 'take_screenshot' },
      { name: 'validatePath', inputSchema: { properties: { targetPath: {} } } },
      { name: 'search_flights', inputSchema: { properties: { destination: {} } } },
    ],
  },
};
