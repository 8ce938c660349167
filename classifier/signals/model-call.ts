import { beginning } from '../acts.ts';
import type { Evidence } from '../classification.ts';
import { quoteParameter } from '../evidence.ts';
import type { ReadParameter } from '../reading/parameter.ts';
import type { Signal } from '../signal.ts';

/** Settings of a language model; two of them are no accident. */
const settings =
  /^(?:temperature|max_?(?:completion_?)?tokens|top_?p|top_?k|frequency_?penalty|presence_?penalty|system_?(?:prompt|message|instruction)|reasoning_?effort|thinking|stop_?sequences?|model)$/i;
const media =
  /\b(?:image|images|picture|photo|video|audio|speech|music|song|voice|3d|logo|avatar)s?\b/i;

function isSetting({ parameter }: ReadParameter): boolean {
  return settings.test(parameter.name.clean);
}

export const modelCall: Signal = {
  id: 'model-call',
  title: 'Asks a language model and returns its answer',
  why: 'A prompt that is answered changes nothing and reaches nobody but the model.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['communicates'] },
  find: (text): Evidence[] => {
    const { reading } = text;
    if (media.test(`${text.name.clean.replaceAll(/[_-]/g, ' ')} ${beginning(reading)}`)) return [];
    const found = reading.parameters.filter(isSetting);
    return found.length < 2 ? [] : [quoteParameter('model-call', found[0] as ReadParameter)];
  },
  falsePositives: ['A tool that stores the settings of a model for later calls.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'chat_completion',
          description: 'Chat with a model.',
          inputSchema: { properties: { temperature: {}, messages: {}, max_tokens: {} } },
        },
        quote: 'temperature',
      },
    ],
    silent: [
      { name: 'get_weather', inputSchema: { properties: { model: {} } } },
      {
        name: 'generate_image',
        inputSchema: { properties: { model: {}, prompt: {}, temperature: {} } },
      },
    ],
  },
};
