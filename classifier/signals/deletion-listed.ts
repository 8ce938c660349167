import { quoteChange } from '../acts.ts';
import type { Signal } from '../signal.ts';

const listed =
  /\b(?:creat(?:e|es|ing)|add(?:s|ing)?|insert(?:s|ing)?|updat(?:e|es|ing))\b[,/\w ]{0,30}\b(?:delet|remov|drop)(?:e|es|ing)?\b/gi;

export const deletionListed: Signal = {
  id: 'deletion-listed',
  title: 'Names deleting among what it does',
  why: 'The beginning of the description lists create, update and delete; the worst of them counts.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', capability: 'deletes-data' },
  where: { isRead: false, words: ['delet*', 'remov*', 'drop*'] },
  find: (text) => quoteChange('deletion-listed', text, listed, 240),
  falsePositives: ['a list that takes entries off as well as on'],
  examples: {
    fires: [
      {
        tool: {
          name: 'transact',
          description: 'Executes a transaction. Useful for creating, updating, or deleting data.',
        },
        quote: 'creating, updating, or deleting',
      },
    ],
    silent: [
      { name: 'get_template', description: 'Reads it. Updates and deletes are restricted.' },
      { name: 'create_task', description: 'Creates a task.' },
    ],
  },
};
