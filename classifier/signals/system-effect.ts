import { quoteChange } from '../acts.ts';
import type { Signal } from '../signal.ts';

const sayings = [
  '(?:is|are|be|gets?) (?:then |automatically |immediately )?(?:restarted|rebooted|reloaded|redeployed|rolled out|drained|reinstalled)',
  String.raw`(?:and|then|which|also|it) (?:restart|reboot|reload|redeploy)s?\b`,
  String.raw`(?:restarts|reboots|reloads|redeploys|reinstalls) (?:the|it|them|an?|all)\b`,
  'needs? (?:a )?(?:restart|reboot)',
  'takes? effect (?:at|on|immediately|within|after)',
  '(?:starts?|begins?) (?:to run|running)',
  'pushed to (?:the |all |every )?(?:devices?|hosts?|agents?|nodes?|terminals?)',
  'switches real',
  '(?:the )?(?:machine|printer|device|terminal|tablets?|vehicle|car|robot|player|station|door|gate|relay) (?:moves?|starts?|stops?|opens?|prints?|unlocks?)',
  String.raw`on the (?:paired )?(?:terminals?|tablets?|speakers?|printers?|encoder)\b`,
];
const said = new RegExp(String.raw`\b(?:${sayings.join('|')})`, 'gi');

/** Of these the pattern begins or holds one. */
const spoken =
  'restart* reboot* reload* redeploy* rolled drained reinstall* effect run running pushed switches machine printer* device terminal* tablet* vehicle car robot player station door gate relay speaker* encoder'.split(
    ' ',
  );

export const systemEffect: Signal = {
  id: 'system-effect',
  title: 'Says that a system restarts, reloads or takes it over',
  why: 'What runs changes as an effect of what the name says.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { isRead: false, words: spoken },
  find: (text) => quoteChange('system-effect', text, said),
  falsePositives: ['a setting that takes effect in a document'],
  examples: {
    fires: [
      {
        tool: { name: 'set_gain', description: 'Set the gain of the receiver and restart it.' },
        quote: 'and restart',
      },
    ],
    silent: [{ name: 'get_status', description: 'Tells whether the service is restarted.' }],
  },
};
