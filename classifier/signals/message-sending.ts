import { beginning, isRead, nameHas } from '../acts.ts';
import { actsOf, hasKind, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /^(?:replies|post|reply|tweet|comment|notification|alert|announcement|story|thread|channel|invite|invitation|campaign|broadcast|reaction|review)s?$/;
const unsent = /draft|template|preview|schedule_list/i;
const previewed = /preview|schedule_list/i;
const keys =
  /^(?:keys?|keystrokes|input|command|commands|request|requests|funds|bitcoin|btc|eth|ether|sol|usdc|usdt|crypto|tokens?|transaction|events?|queues?|repl|session|sitemaps?|text)$/;
/** Said to a model, which answers: nobody else hears it. */
const answered =
  /\b(?:to|with) (?:the |an? |your |another )?(?:[\w.'-]+ ){0,3}(?:ai|llms?|language models?|models?|assistant|agents?|gpt|chatgpt|claude|gemini|deepseek|grok|mistral|ollama|chatbot)\b|\b(?:get|gets|returns?|receive) (?:a|an|the|its|back a) (?:response|reply|answer|completion)\b/i;
const queued = new Set(['queue', 'queues', 'repl', 'stdin', 'topic', 'approve', 'reject']);
const looks = /^(?:list|get|search|history|count|read)$/;
const main = (verb: string) =>
  verb === 'send' || verb === 'create' || verb === 'publish' || verb === 'manage';

export const messageSending: Signal = {
  id: 'message-sending',
  title: 'Sends a message to people',
  why: 'A message that has been sent cannot be unsent.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: { isRead: false, verbs: ['send'] },
  find: (text) => {
    const { reading } = text;
    if (nameHas(reading, queued) || answered.test(beginning(reading))) return [];
    if (isRead(reading) || looks.test(text.nameWords.at(-1)?.text ?? '')) return [];
    return actsOf(reading, 'send')
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          (hasKind(act.kinds, 'mail') ||
            said.test(act.object) ||
            (act.passage.kind === 'name' && !hasKind(act.kinds, 'file'))),
      )
      .filter(
        (act) =>
          (act === reading.nameAct
            ? !previewed.test(text.name.clean)
            : !unsent.test(text.name.clean)) &&
          !keys.test(act.object) &&
          !(act.word === 'text' && text.nameWords.some((word) => word.text === 'to')) &&
          main(reading.main?.verb ?? 'send'),
      )
      .map((act) => quoteAct('message-sending', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'send_email' }, quote: 'send_email' },
      { tool: { name: 'slack_reply_to_thread' }, quote: 'slack_reply_to_thread' },
    ],
    silent: [
      { name: 'queue_send_batch', description: 'Send messages to a queue.' },
      { name: 'message_list' },
      { name: 'draft_email' },
      { name: 'list_messages' },
      { name: 'send_keys' },
    ],
  },
};
