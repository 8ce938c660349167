import { forms, type VerbClass } from './verbs.ts';

/** Verbs that are another kind of act with some objects: `resolve_issue` changes it, `resolve_host` does not. */
const senses: [verbs: string, objects: string, VerbClass][] = [
  [
    'resolve',
    'issue alert incident comment thread conversation ticket conflict dispute discussion finding alarm feedback report bug task',
    'update',
  ],
  ['open', 'issue ticket pr pull request dispute case', 'create'],
  ['open close', 'position trade short long', 'pay'],
  [
    'close',
    'issue ticket pr pull request milestone sprint conversation poll deal task case thread topic epic',
    'update',
  ],
  [
    'apply',
    'filter style formatting label tag theme preset effect mask layout coupon discount template font color border validation animation',
    'update',
  ],
  ['test check', 'connection connectivity', 'compute'],
  ['test', 'hook webhook notification', 'control'],
  ['verify submit confirm', 'otp 2fa mfa passcode', 'access'],
  ['remove clear', 'fill stroke effect border shadow', 'detach'],
  ['check uncheck', 'checkbox radio box', 'interface'],
  [
    'format',
    'cell range row column paragraph text slide document heading font table sheet',
    'update',
  ],
  ['index', 'repository repo codebase folder directory document file project', 'create'],
  ['switch', 'branch', 'update'],
  ['fill', 'database db table', 'create'],
  ['attach detach mount unmount', 'volume disk drive', 'control'],
  ['convert', 'lead prospect opportunity draft', 'update'],
  [
    'track',
    'package parcel shipment order delivery flight container courier letter cargo vessel train bus aircraft price ranking position',
    'get',
  ],
  ['receive', 'goods stock inventory item shipment delivery', 'update'],
  ['forward', 'port', 'control'],
  ['resize', 'volume disk droplet instance vm cluster server node partition pool', 'control'],
  [
    'make schedule initiate process submit execute trigger issue authorize',
    'payment payout refund withdrawal disbursement remittance settlement donation transfer bet',
    'pay',
  ],
  ['capture', 'payment charge authorization intent order', 'pay'],
  ['capture', 'lead', 'create'],
  ['format', 'disk drive partition volume flash sdcard filesystem', 'delete'],
  ['add remove', 'liquidity', 'pay'],
  ['inject', 'script javascript code', 'exec'],
  ['release retry approve', 'payment payout escrow funds withdrawal refund charge', 'pay'],
  ['collect', 'fee reward', 'pay'],
  ['place', 'bid bet wager', 'pay'],
  ['submit run finalize', 'payroll', 'pay'],
  [
    'anonymize pseudonymize',
    'user customer contact candidate patient account member person employee profile',
    'delete',
  ],
  ['pull', 'git change rule branch remote image model update translation', 'update'],
  [
    'run',
    'report analysis audit diagnostic calculation backtest blast simulation lint validation comparison forecast prediction inference estimate linter formatter typecheck typechecker',
    'compute',
  ],
  ['go goto jump', 'definition declaration implementation reference', 'search'],
  ['process', 'image text video audio data document file thought', 'compute'],
  ['request', 'url page endpoint api http', 'control'],
  ['place make', 'call', 'send'],
  ['open', 'node', 'get'],
  ['trim strip', 'whitespace text string', 'compute'],
  ['build', 'url uri', 'compute'],
  ['set', 'union intersection difference', 'compute'],
  ['erase', 'light lamp tv television alarm heating', 'control'],
  ['input', 'text key keys keyevent tap swipe', 'interface'],
  ['answer', 'card flashcard', 'update'],
  ['answer', 'call', 'control'],
  ['land', 'drone uav aircraft quadcopter helicopter copter', 'control'],
  ['return', 'home dock charger', 'control'],
  ['rewrite', 'note journal history', 'overwrite'],
  ['kill', 'curve switch chain', 'get'],
  ['call', 'contact person number customer', 'send'],
  ['wrap unwrap', 'eth weth token sol bnb matic', 'pay'],
  ['moderate', 'text content image', 'compute'],
  ['report', 'error bug problem abuse spam outage crash issue', 'create'],
  ['submit', 'review comment post feedback message application', 'send'],
  ['submit', 'job batch build workflow pipeline run', 'control'],
  ['define', 'word term meaning acronym phrase', 'search'],
  ['load', 'test', 'control'],
  ['claim', 'reward fee airdrop yield bonus earning dividend', 'pay'],
  ['transfer', 'ownership owner admin leadership', 'access'],
  [
    'перевести переводит переводить отправить отправляет',
    'деньги денег средства сумму рубли платеж платёж',
    'pay',
  ],
  [
    'transfer',
    'call file repository repo project issue ticket conversation chat task data document deal item stock responsibility memory note contact lead patient student session context knowledge record message photo control card',
    'update',
  ],
  [
    'swap',
    'meal phone number card slide image layer track exercise shift recipe face background template theme word ingredient clip model column row panel tab',
    'update',
  ],
  ['start initiate schedule', 'call', 'send'],
  [
    'schedule reschedule',
    'appointment meeting visit interview event demo viewing workout followup reminder lesson class',
    'create',
  ],
  ['apply', 'patch diff change edit fix suggestion stash', 'update'],
  ['lock unlock', 'vault account user wallet', 'access'],
  ['ask', 'user', 'wait'],
  [
    'select choose pick',
    'address option account workspace project plan profile theme space organization tenant company shop environment team channel',
    'update',
  ],
  ['subscribe', 'event stream', 'get'],
  ['embed', 'link image video widget', 'update'],
];

const bySense: ReadonlyMap<string, [objects: ReadonlySet<string>, VerbClass][]> = spread();

function spread(): Map<string, [ReadonlySet<string>, VerbClass][]> {
  const found = new Map<string, [ReadonlySet<string>, VerbClass][]>();
  for (const [verbs, objects, kind] of senses) {
    const nouns = new Set(objects.split(' ').flatMap((noun) => [noun, forms(noun)[0] as string]));
    for (const verb of verbs.split(' ').flatMap((word) => [word, ...forms(word)]))
      found.set(verb, [...(found.get(verb) ?? []), [nouns, kind]]);
  }
  return found;
}

/** The class that the noun it acts on gives a verb, where that is another one than its own. */
export function senseOf(verb: string, object: string): VerbClass | undefined {
  const senses = bySense.get(verb);
  if (senses === undefined) return undefined;
  for (const [objects, kind] of senses) if (objects.has(object)) return kind;
  return undefined;
}

/** What a verb must act on to become one of this class. */
export function objectsOf(kind: VerbClass): string[] {
  return [...bySense.values()]
    .flat()
    .flatMap(([objects, found]) => (found === kind ? [...objects] : []));
}
