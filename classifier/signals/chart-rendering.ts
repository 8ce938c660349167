import { nameHas } from '../acts.ts';
import { actsOf, ownParameters, quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const pictures = /^(?:chart|charts|diagram|graph|plot|map|maps|qr|qrcode|barcode|mermaid)$/;

const codes = new Set(['qr', 'qrcode', 'barcode', 'uuid', 'slug', 'lorem']);

export const chartRendering: Signal = {
  id: 'chart-rendering',
  title: 'Renders a picture of the data it is given',
  why: 'A returned chart or picture changes nothing that exists.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['reads-private-data'] },
  where: { verbs: ['create', 'compute'], words: [...wordsOf(pictures), ...codes] },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'create', 'compute')
      .filter(
        (act) =>
          act === reading.main &&
          (pictures.test(act.object) || nameHas(reading, codes)) &&
          ownParameters(reading, 'id').length === 0,
      )
      .map((act) => quoteAct('chart-rendering', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'generate_pie_chart' }, quote: 'generate_pie_chart' },
      { tool: { name: 'generate_qr_code' }, quote: 'generate_qr_code' },
    ],
    silent: [{ name: 'create_task' }, { name: 'generate_code' }],
  },
};
