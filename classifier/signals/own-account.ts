import { readActs } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const own =
  /\b(?:the |your |my )?(?:authenticated|current|logged[- ]in|connected) (?:user|account|athlete|workspace|organization|member)\w*|\b(?:your|my|the user's) (?:own |personal )?(?:\w+ )?(?:account|data|workspace|calendar|inbox|files|library|tasks|mailbox|team|organization|portfolio|wallet|watchlist|profile)|自分|当前用户|當前用戶|登录用户|用户信息|現在のユーザー|ログイン中|현재 사용자|로그인한 사용자|\b(?:usuario|usuário|utilisateur|benutzers?) (?:actual|autenticado|conectado|atual|logado|courant|connecté|angemeldete\w*)|\b(?:aktuelle|angemeldete)\w* (?:benutzer|nutzer)\w*|текущ[а-яё]+ пользовател[а-яё]*/i;

export const ownAccount: Signal = {
  id: 'own-account',
  title: 'Speaks of the signed-in user',
  why: 'What belongs to the signed-in user is private.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reads-private-data' },
  where: {
    verbs: ['get', 'list', 'search', 'compute', 'wait'],
    words:
      `authenticated current logged connected your my user's usuario usuário utilisateur benutzer benutzers nutzer nutzers
      aktuelle* angemeldete* текущ* 当前用户 自分 현재`.split(/\s+/),
  },
  find: (text) => {
    const { reading } = text;
    if (readActs(reading).length === 0) return [];
    return quoteMatch('own-account', text.description, own);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'get_items', description: 'Lists items of the authenticated user.' },
        quote: 'the authenticated user',
      },
      { tool: { name: 'getUserInfo', description: '获取当前用户的基本信息' }, quote: '当前用户' },
      {
        tool: { name: 'get_data', description: 'Возвращает данные текущего пользователя' },
        quote: 'текущего пользователя',
      },
      {
        tool: { name: 'obtener_perfil', description: 'Obtiene el perfil del usuario autenticado.' },
        quote: 'usuario autenticado',
      },
      {
        tool: { name: 'get_profile', description: 'Liefert die angemeldete Benutzerin.' },
        quote: 'angemeldete Benutzerin',
      },
    ],
    silent: [{ name: 'get_items', description: 'Lists items.' }],
  },
};
