import { deletions } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const deletion: Signal = {
  id: 'deletion',
  title: 'Deletes or removes stored data',
  why: 'A delete verb as what the tool does, in its name, its main clause or one of its choices.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', capability: 'deletes-data' },
  where: { verbs: ['delete'] },
  find: (text) => {
    const { reading } = text;
    return deletions(reading).map((act) => quoteAct('deletion', act));
  },
  falsePositives: ['remove_filter: takes a view setting off, deletes no data'],
  examples: {
    fires: [
      { tool: { name: 'r2_bucket_delete' }, quote: 'r2_bucket_delete' },
      {
        tool: { name: 'msg', description: 'Permanently removes a message.' },
        quote: 'removes a message',
      },
      { tool: { name: 'borrar', description: '删除一个文件' }, quote: '删除一个文件' },
    ],
    silent: [
      { name: 'delete_item', description: 'Move a file to the trash.' },

      { name: 'list_deleted_files', description: 'Returns deleted items.' },
      { name: 'remove_label' },
      { name: 'remove_contact_from_segment' },
      { name: 'unsubscribe', description: 'Does not delete the account.' },
    ],
  },
};
