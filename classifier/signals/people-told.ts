import { quoteChange } from '../acts.ts';
import type { Signal } from '../signal.ts';

const sayings = [
  String.raw`(?<!to )(?:is|are|be|gets?|will be) (?:also |then |automatically |immediately |only )?(?:notified|mailed|e-?mailed|informed|alerted|texted|messaged|paged)\b(?! (?:about|of) (?:your|errors?))`,
  String.raw`(?:gets?|receives?) (?:an? |the |their )(?:[\w-]+ ){0,2}(?:e-?mail|mail|text|sms|message|notification|push|call|reply|invitation|cancellation)\b`,
  String.raw`(?:e-?mails?|mails?|notif(?:y|ies)|texts|informs?|pages) (?:them|him|her|each|all|every|both|(?:the )?(?:attendees?|guests?|customers?|participants?|members?|recipients?|signers?|assignees?|authors?|reporters?|team|subscribers?|candidates?|workers?|employees?|buyers?|users?))\b`,
  '(?:goes|sent|shown) out to (?:everyone|everybody|all|the public|anyone|readers|viewers|customers|members|subscribers|lists)',
  'visible to (?:everyone|everybody|all|the public|anyone|readers|viewers|customers|members|other)',
  'goes on the air',
];
const said = new RegExp(String.raw`\b(?:${sayings.join('|')})`, 'gi');

/** Of these the pattern begins or holds one. */
const spoken =
  'notif* mail* mailed e email* e-mail* inform informed informs alerted texted texts messaged paged pages get gets receive receives goes sent shown visible'.split(
    ' ',
  );

export const peopleTold: Signal = {
  id: 'people-told',
  title: 'Other people hear of it',
  why: 'An effect that people are told of cannot be unsent.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: { isRead: false, words: spoken },
  find: (text) => quoteChange('people-told', text, said),
  falsePositives: ['a message that the caller gets back'],
  examples: {
    fires: [
      {
        tool: { name: 'cancel_event', description: 'Cancel the event. Attendees are notified.' },
        quote: 'are notified',
      },
      {
        tool: { name: 'delegate', description: 'Hand a task to a colleague. They get an e-mail.' },
        quote: 'get an e-mail',
      },
    ],
    silent: [
      { name: 'get_rules', description: 'Returns when users are notified.' },
      { name: 'update_name', description: 'Changes the name. Nobody is notified.' },
    ],
  },
};
