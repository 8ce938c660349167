import { quoteAct } from '../evidence.ts';
import { laterActs } from '../reading/later-acts.ts';
import type { Signal } from '../signal.ts';

/** Only the one who called gets it. */
const back =
  /^(?: it| them| the [\w-]+| an? [\w-]+)?(?: back\b| (?:back )?to (?:the |this |your )?(?:users?|caller|client|model|agent|chat|conversation|llm|assistant|ai|you|stdout|console)\b)/i;
const sends =
  /^(?:sends?|emails?|e-mails?|mails?|posts?|publishes|publish|tweets?|texts?|notif(?:y|ies)|replies|reply|forwards?)$/;
/** No people read it. */
const machines =
  /^[^.;]{0,40}\b(?:webhooks?|urls?|endpoints?|api|servers?|keyboard|events?|json|versions?|hdc|transactions?|quer(?:y|ies)|packets?|signals?|gpt|openai|claude|gemini|models?|translat\w*|transcri\w*|analysis|classif\w*|solver|engine|service|backend|provider|parser|registrar|processing|inference|embedding\w*)\b/i;

export const thenSends: Signal = {
  id: 'then-sends',
  title: 'Its first sentence goes on to send or publish',
  why: 'What is joined by "and" happens with the same call, and what people got cannot be taken back.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: { verbs: ['send', 'publish', 'access'] },
  find: ({ reading }) =>
    laterActs(reading)
      .filter(({ word, passage, end }) => {
        const behind = passage.clean.slice(end, end + 60);
        return sends.test(word) && !back.test(behind) && !machines.test(behind);
      })
      .map((act) => quoteAct('then-sends', act)),
  falsePositives: ['what is sent to a machine and read by nobody'],
  examples: {
    fires: [
      {
        tool: { name: 'render', description: 'Renders a chart and posts it to Slack.' },
        quote: 'posts it to Slack',
      },
      {
        tool: {
          name: 'summarize',
          description: 'Summarises the thread and emails the summary to the team.',
        },
        quote: 'emails the summary',
      },
    ],
    silent: [
      { name: 'vision', description: 'Captures a screenshot and sends it to Claude for analysis.' },
      { name: 'get_user', description: 'Gets a user and posts.' },
      { name: 'draw', description: 'Draws a chart and sends it back to the user.' },
      { name: 'get_rule', description: 'Returns the rule that reads a mail and forwards it.' },
    ],
  },
};
