import { isRead } from '../acts.ts';
import { parametersOf, quoteParameter } from '../evidence.ts';
import { objectsOf } from '../lexicon/senses.ts';
import { verbForms } from '../lexicon/verbs.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const addressed =
  /^(?:to|cc|bcc|recipients?|to_?(?:emails?|recipients?|number|address|phone)|emails?|email_?address(?:es)?|phone(?:_?number)?|destination_?email|receiver|webhook_?id)$/i;

const forwarded = /^(?:forward|forward_?to|forwarding_?(?:address|email))$/i;

export const freeRecipient: Signal = {
  id: 'free-recipient',
  title: 'Sends to an address that the call names',
  why: 'Data can be sent to anyone.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  where: {
    isRead: false,
    words: [...wordsOf(forwarded), ...verbForms('send'), ...objectsOf('send')],
  },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading)) return [];
    const sends =
      reading.main?.verb === 'send' ||
      (reading.nameAct === undefined && reading.clauseActs[0]?.verb === 'send');
    const found = parametersOf(reading, 'recipient').filter(
      ({ parameter }) => sends && parameter.depth <= 1 && addressed.test(parameter.name.clean),
    );
    const forwards = reading.parameters.filter(({ parameter }) =>
      forwarded.test(parameter.name.clean),
    );
    return [...found, ...forwards]
      .slice(0, 2)
      .map((parameter) => quoteParameter('free-recipient', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'send_email', inputSchema: { properties: { to: { type: 'string' } } } },
        quote: 'to',
      },
    ],
    silent: [
      { name: 'get_user', inputSchema: { properties: { email: { type: 'string' } } } },
      { name: 'draft_email', inputSchema: { properties: { to: { type: 'string' } } } },
    ],
  },
};
