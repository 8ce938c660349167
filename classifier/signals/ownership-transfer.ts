import { isRead } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const owned = /^(?:owner|owners|ownership)$/;

export const ownershipTransfer: Signal = {
  id: 'ownership-transfer',
  title: 'Hands something over to another owner',
  why: 'The new owner decides who gets in, also over the one who gave it away.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  where: { isRead: false, words: ['owner', 'owners', 'ownership'] },
  find: ({ reading }) => {
    const { nameAct } = reading;
    if (isRead(reading) || nameAct === undefined || !owned.test(nameAct.object)) return [];
    return [quoteAct('ownership-transfer', nameAct)];
  },
  falsePositives: ['an owner who is only a field of a record (`set_owner` of a deal)'],
  examples: {
    fires: [{ tool: { name: 'transfer_ownership' }, quote: 'transfer_ownership' }],
    silent: [{ name: 'list_owners' }, { name: 'transfer_funds' }],
  },
};
