import { quoteChange } from '../acts.ts';
import type { Signal } from '../signal.ts';

const sayings = [
  String.raw`(?:giv(?:es?|ing)|grants?|granting|(?<!to )gets?|allow(?:s|ing)?) (?:[\w'-]+ ){0,5}(?:access|admin rights|permissions?|ownership)\b`,
  String.raw`without (?:a |any )?(?:login|logging in|password|authentication|signing in)\b`,
  '(?:anyone|anybody|everyone|everybody) (?:with|who has|having) (?:the|this|that) (?:url|link|code)',
  String.raw`who (?:may|can|is allowed to) (?:[\w'-]+ )?(?:push|edit|see|view|read|write|merge|join|access|post)`,
  String.raw`only (?:the )?[\w ,'-]{1,30} (?:may|can) (?:edit|change|see|view|push|read|access|log in)`,
  String.raw`(?:loses?|losing|keeps?) (?:[\w'-]+ )?access\b`,
  String.raw`(?:takes?|assumes?|hands?) (?:over )?(?:the )?ownership\b`,
  'bypass(?:es|ing)? (?:authentication|login|the login|sso)',
  '(?:can|may) no longer (?:log in|sign in|post|access|join|see)',
  String.raw`logs? (?:[\w'-]+ ){1,3}out\b`,
  String.raw`public (?:https? )?(?:url|link)\b(?=[^.]{0,200}(?:no login|tunnel|local))`,
];
const said = new RegExp(String.raw`\b(?:${sayings.join('|')})`, 'gi');

/** Of these the pattern begins or holds one. */
const spoken =
  'access admin permission* ownership login logging password authentication signing anyone anybody everyone everybody who only longer log logs bypass* public'.split(
    ' ',
  );

export const accessSaid: Signal = {
  id: 'access-said',
  title: 'Says who may do what from then on',
  why: 'Rights change as an effect of what the name says.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'changes-access' },
  where: { isRead: false, words: spoken },
  find: (text) => quoteChange('access-said', text, said),
  falsePositives: ['a guide to rights that changes none'],
  examples: {
    fires: [
      {
        tool: {
          name: 'assign_attorney',
          description: 'Assigns the case; gives them access to the file.',
        },
        quote: 'gives them access',
      },
    ],
    silent: [
      { name: 'get_role', description: 'Returns who may edit a page.' },
      { name: 'add_note', description: 'Adds a note. Ask an administrator to get access.' },
    ],
  },
};
