import { deletions } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { deletedToo } from '../reading/deleted-too.ts';
import type { Signal } from '../signal.ts';

export const endedAndDeleted: Signal = {
  id: 'ended-and-deleted',
  title: 'Stops or archives something and deletes it',
  why: 'Of two acts that one sentence joins, the graver one counts, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'high', capability: 'deletes-data' },
  where: { verbs: ['delete'] },
  find: ({ reading }) => {
    const act = deletedToo(reading);
    return act !== undefined && deletions(reading).includes(act)
      ? [quoteAct('ended-and-deleted', act)]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'stop_container', description: 'Stop and remove the container.' },
        quote: 'remove the container',
      },
      {
        tool: { name: 'archive_note', description: 'Archive or permanently delete a note' },
        quote: 'delete a note',
      },
      {
        tool: { name: 'archive_mailbox', description: 'Archive and purge the mailbox.' },
        quote: 'purge the mailbox',
      },
      {
        tool: { name: 'stop_x', description: 'Остановить и удалить контейнер' },
        quote: 'удалить контейнер',
      },
    ],
    silent: [
      { name: 'close_toast', description: 'Close and remove the notification.' },
      { name: 'archive_chat', description: 'Archive and remove the chat from the inbox.' },
      { name: 'stash_pop', description: 'Applies and removes one stash.' },
      { name: 'close_session', description: 'Close and delete the session.' },
      { name: 'stop_sandbox', description: 'Stop and clean up the environment.' },
      { name: 'archive_note', description: 'Archive a note. Deleted notes cannot be archived.' },
    ],
  },
};
