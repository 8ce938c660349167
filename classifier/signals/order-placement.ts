import { ownParameters, quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const places = /^(?:place|create|submit|open|post|execute|new|send|confirm)$/;
const trading =
  /^(?:market|limit|futures|spot|stop|bracket|oco|option|options|trade|perp|stock|crypto|margin)$/;
const trades = /^(?:swap|trade|buy|sell|stake|unstake|bridge|withdraw|bet)$/;
const unreal =
  /^(?:quote|quotes|preview|simulate|simulated|paper|get|list|estimate|check|test|history|draft|build|prepare|calculate|validate|backtest|sandbox|mock)$/;

export const orderPlacement: Signal = {
  id: 'order-placement',
  title: 'Places an order or trades assets',
  why: 'An order that executes spends money at once.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { words: [...wordsOf(trades), 'order', 'position', 'positions'] },
  find: (text) => {
    const { reading } = text;
    const act = reading.nameAct;
    if (act === undefined || text.nameWords.some((word) => unreal.test(word.text))) return [];
    const names = text.nameWords.map((word) => word.text);
    const ordered =
      places.test(act.word) &&
      names.includes('order') &&
      ownParameters(reading, 'amount').length +
        (/^(?:confirm|place)$/.test(act.word) ? 1 : 0) +
        names.filter((word) => trading.test(word)).length >
        0;
    const traded =
      trades.test(act.word) &&
      names.indexOf(act.word) <= 1 &&
      ownParameters(reading, 'amount').length > 0;
    const closed = act.word === 'close' && names.some((word) => /^positions?$/.test(word));
    return ordered || traded || closed ? [quoteAct('order-placement', act)] : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'place_limit_order' }, quote: 'place_limit_order' },
      { tool: { name: 'place_order' }, quote: 'place_order' },
      { tool: { name: 'close_position' }, quote: 'close_position' },
      {
        tool: { name: 'swap_tokens', inputSchema: { properties: { amount: { type: 'string' } } } },
        quote: 'swap_tokens',
      },
    ],
    silent: [
      { name: 'get_order' },
      { name: 'list_trades' },
      { name: 'preview_order', inputSchema: { properties: { amount: {} } } },
    ],
  },
};
