import { actsOnScratch, deletions, isLook, nameHas } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const plain = /^(?:delete|destroy|drop|purge|wipe|erase)$/;
const own = new Set([
  'breakpoint',
  'breakpoints',
  'watch',
  'session',
  'sessions',
  'cookie',
  'cookies',
]);
/** What has happened is looked up by what was done. */
const happened = new Set('timeline history audit activity changelog feed trail'.split(' '));
/** "Edits a role (create, read, edit, delete: yes/no)" lists what the role may do. */
const granted = new Set('role roles permission permissions scope scopes grant grants'.split(' '));

export const deletionChoice: Signal = {
  id: 'deletion-choice',
  title: 'One of its actions deletes',
  why: 'A tool that takes the action as an argument is judged by its worst action.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'medium', capability: 'deletes-data' },
  where: { verbs: ['delete'] },
  find: (text) => {
    const { reading } = text;
    const { main, choices } = reading;
    // "Summarizes activity", `action: create | update | delete`: what is looked for.
    if (main === undefined ? nameHas(reading, happened) : isLook(main)) {
      if (!choices.some(isLook)) return [];
    }
    const deleting = deletions(reading);
    return choices
      .filter(
        (act) =>
          deleting.includes(act) &&
          plain.test(act.word) &&
          !actsOnScratch(reading, act) &&
          !(act.passage.kind === 'description' && nameHas(reading, granted)) &&
          !nameHas(reading, own),
      )
      .map((act) => quoteAct('deletion-choice', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'manage_events',
          inputSchema: { properties: { action: { enum: ['list', 'delete'] } } },
        },
        quote: 'delete',
      },
      {
        tool: { name: 'folder', description: 'Folder ops: list/get/upload/delete_file.' },
        quote: 'delete_file',
      },
    ],
    silent: [
      {
        name: 'object_activity',
        description: 'Summarizes the activity of tracked objects.',
        inputSchema: { properties: { action: { enum: ['create', 'update', 'delete'] } } },
      },
      {
        name: 'object_timeline',
        description: 'Timeline of one entity type.',
        inputSchema: { properties: { action: { enum: ['create', 'update', 'delete'] } } },
      },
      {
        name: 'role_update',
        description: 'Edits a role: scope levels (create, read, edit, delete, stream: yes/all/no).',
      },
      { name: 'tags', inputSchema: { properties: { action: { enum: ['list', 'detach'] } } } },
    ],
  },
};
