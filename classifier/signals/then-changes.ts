import { isLook, scratch } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { laterActs } from '../reading/later-acts.ts';
import type { Signal } from '../signal.ts';

const changes =
  /^(?:stores?|saves?|writes?|records?|inserts?|uploads?|restarts?|reboots?|deploys?|installs?|updates?|imports?|persists?|submits?|approves?|merges?|commits?|appl(?:y|ies)|enables?|disables?|locks?|unlocks?)$/;

export const thenChanges: Signal = {
  id: 'then-changes',
  title: 'Looks or computes, and goes on to change something',
  why: 'What is joined by "and" happens with the same call, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write' },
  where: { verbs: ['create', 'update', 'control', 'access'] },
  find: ({ reading }) => {
    const [first] = reading.clauseActs;
    return first === undefined || !isLook(first)
      ? []
      : laterActs(reading)
          .filter(({ word, object }) => changes.test(word) && !scratch.test(object))
          .map((act) => quoteAct('then-changes', act));
  },
  falsePositives: ['what is stored for this session only'],
  examples: {
    fires: [
      {
        tool: { name: 'hash', description: 'Computes the hash and stores it in the registry.' },
        quote: 'stores it in the registry',
      },
    ],
    silent: [
      { name: 'list', description: 'Lists users and records.' },
      { name: 'fetch', description: 'Fetches a page and updates the cache.' },
    ],
  },
};
