import { quoteChange } from '../acts.ts';
import type { Signal } from '../signal.ts';

const said =
  /\b(?:giv(?:es?|ing)|grants?|granting|gets?|allow(?:s|ing)?) (?:[\w'-]+ ){0,5}(?:access|admin rights|permissions?|ownership)\b|\bwithout (?:a |any )?(?:login|logging in|password|authentication|signing in)\b|\b(?:anyone|anybody|everyone|everybody) (?:with|who has|having) (?:the|this|that) (?:url|link|code)|\bwho (?:may|can|is allowed to) (?:[\w'-]+ )?(?:push|edit|see|view|read|write|merge|join|access|post)|\bonly (?:the )?[\w ,'-]{1,30} (?:may|can) (?:edit|change|see|view|push|read|access|log in)|\b(?:loses?|losing|keeps?) (?:[\w'-]+ )?access\b|\b(?:takes?|assumes?|hands?) (?:over )?(?:the )?ownership\b|\bbypass(?:es|ing)? (?:authentication|login|the login|sso)|\b(?:can|may) no longer (?:log in|sign in|post|access|join|see)|\blogs? (?:[\w'-]+ ){1,3}out\b|\bpublic (?:https? )?(?:url|link)\b(?=[^.]{0,200}(?:no login|tunnel|local))/gi;

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
    silent: [{ name: 'get_role', description: 'Returns who may edit a page.' }],
  },
};
