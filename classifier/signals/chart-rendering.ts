import { actsOf, ownParameters, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const pictures = /^(?:chart|charts|diagram|graph|plot|map|maps|qr|qrcode|barcode|mermaid)$/;

export const chartRendering: Signal = {
  id: 'chart-rendering',
  title: 'Renders a picture of the data it is given',
  why: 'A returned chart or picture changes nothing that exists.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low' },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'create', 'compute')
      .filter(
        (act) =>
          act === reading.main &&
          pictures.test(act.object) &&
          ownParameters(reading, 'id').length === 0,
      )
      .map((act) => quoteAct('chart-rendering', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'generate_pie_chart' }, quote: 'generate_pie_chart' }],
    silent: [{ name: 'create_task' }],
  },
};
