import { beginning, beginningLength, nameHas } from '../acts.ts';
import type { Evidence } from '../classification.ts';
import { quoteMatch, quoteParameter } from '../evidence.ts';
import type { ReadParameter } from '../reading/parameter.ts';
import type { Signal } from '../signal.ts';

/** Settings of a language model; two of them are no accident. */
const settings =
  /^(?:temperature|max_?(?:completion_?)?tokens|top_?p|top_?k|frequency_?penalty|presence_?penalty|system_?(?:prompt|message|instruction)|reasoning_?effort|thinking|stop_?sequences?|model)$/i;
/** What a model is handed. */
const asked = /^(?:prompt|messages?|question|input|query)$/i;
const completed = new Set(['completion', 'completions']);
const media =
  /\b(?:image|images|picture|photo|video|audio|speech|music|song|voice|3d|logo|avatar)s?\b/i;

function isSetting({ parameter }: ReadParameter): boolean {
  return settings.test(parameter.name.clean);
}

const inferred = /\bruns? inference\b/i;

export const modelCall: Signal = {
  id: 'model-call',
  title: 'Asks a language model and returns its answer',
  why: 'A prompt that is answered changes nothing and reaches nobody but the model.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['communicates'] },
  where: {
    words:
      `temperature maxtokens maxcompletiontokens topp topk frequencypenalty presencepenalty systemprompt systemmessage
      systeminstruction reasoningeffort thinking stopsequence stopsequences completion completions inference`.split(
        /\s+/,
      ),
  },
  find: (text): Evidence[] => {
    const { reading } = text;
    if (media.test(`${text.name.clean.replaceAll(/[_-]/g, ' ')} ${beginning(reading)}`)) return [];
    const said = quoteMatch('model-call', text.description, inferred, beginningLength);
    if (said.length > 0) return said;
    const own = reading.parameters.filter(({ parameter }) => parameter.depth === 0);
    const found = own.filter(isSetting);
    const told = own.filter(({ parameter }) => asked.test(parameter.name.clean));
    const set = found.length >= 2 && found.some(({ joined }) => joined.text !== 'model');
    if (set) return [quoteParameter('model-call', found[0] as ReadParameter)];
    return nameHas(reading, completed)
      ? told.slice(0, 1).map((parameter) => quoteParameter('model-call', parameter))
      : [];
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
