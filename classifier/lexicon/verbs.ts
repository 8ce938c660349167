import { spacelessVerbs } from './spaceless-verbs.ts';

/** What kind of act a verb names. The class is a hint for the model and for signals, never a label. */
export type VerbClass = keyof typeof verbWords;

/** English base forms by kind of act; inflections are derived. */
export const verbWords = {
  get: `input land listen traverse probe sample unshorten advise overhear
    capture sniff screencap dig nslookup stat inquire recollect get fetch retrieve read show view describe display return obtain pull peek head tail cat dump
    access load receive poll collect gather grab see whois ping examine inspect introspect monitor watch observe
    provide report give present print reveal extract scrape crawl browse research download export capture-screen
    screenshot snapshot ocr transcribe recall remember-what whoami visit open-file ask answer consult learn`,
  list: `list enumerate ls index-of browse iterate dir tree`,
  search: `pick choose shortlist
    search find query lookup locate discover match filter grep select scan explore look identify seek glob
    recommend suggest rank`,
  compute: `dryrun anonymize pseudonymize apportion contextualize fit correlate derive digest distill geolocate permute recompute
    tabulate transpose prove randomize subset weigh embed tokenise prepare improve expand sort infill outline
    rationalize adjudicate precompute
    roll rephrase paraphrase reword reformat humanize simplify rerank deduplicate sanitize escape unescape
    stringify serialize deserialize canonicalize slugify vectorize backtest typecheck spellcheck transliterate
    disassemble decompile demangle extrapolate quantify gauge characterize contrast tally fingerprint triangulate
    differentiate unminify guess redact decrypt traceroute prettify rescan test simulate demonstrate calculate compute convert validate verify check analyze analyse compare parse format translate diff
    preview estimate evaluate-score count sum aggregate measure test-connection lint explain summarize
    summarise classify detect predict forecast score assess review audit benchmark decode encode hash normalize
    tokenize resolve geocode transform visualize plot chart render echo infer diagnose debug interpret
    determine profile dedupe-check project-out beautify minify split-text reverse-geocode solve lookup-rate trace enrich blame rate-limit-status interpolate cluster-analysis proofread correct rewrite quote`,
  wait: `await deliberate ponder contemplate ideate
    wait sleep think plan brainstorm reason reflect delay pause-for elicit`,
  create: `backfill requisition scrobble lodge submit index assemble curate emboss extrude fillet loft revolve chamfer transcode reencode remux remix rasterize illustrate
    sketch sculpt produce teach propose nominate recruit hire watermark stitch unzip unpack pack paste shorten
    retouch sharpen smooth blur denoise stylise prefill preorder contribute whiteboard dub
    request concat concatenate author craft materialize enlist inject precreate crosspost jot memorise log book enroll replicate narrate stylize colorize animate create add insert append new make generate compose draft build-page register define initialize init
    setup provision duplicate clone copy fork import ingest introduce establish populate seed write log-entry
    note record track put commit stage upsert prepend enqueue push-item queue book-slot scaffold
    instantiate reserve crop resize upscale inpaint outpaint paint edit-image draw design synthesize bootstrap
    enter embed-store index-document store save remember memorize persist upload attach-file snapshot-create
    capture-lead place backup stash bundle compress zip encrypt compile`,
  update: `organize organise reorganize reorganise declutter ack award bestow confer unflag unresolve unapprove undeprecate unprotect certify attest stamp tune contest dispute appeal waive
    forgive relist reissue mask reclaim surrender resurrect revive undelete handoff handover rebook
    tick abandon protect retain allocate resign trust expire undo redo unskip arrange advance adopt affix blend boost bump consolidate constrain decorate deduct defer deepen discount
    distribute divide downscale exclude exempt expedite flatten flip fold harden increase decrease reduce raise
    lower invert nest normalise orient postpone prioritize propagate qualify disqualify realign reconfigure reconfig
    reconstruct reinstate reinforce relink remap remediate repeat replenish reprice rescale reseed reshape restock
    retag retarget retime revise shade shuffle silence unsilence stretch strip subdivide substitute supersede triage
    twist unblur uncomment unmap unnest unstage unwrap vary warp weld widen withhold wrap grade cut reclassify
    rebrand reformulate retune recover
    sign countersign notarize subscribe follow tweak reprioritize reassign relocate rearrange reposition retitle recolor restyle resequence
    renumber backdate reconcile trim personalize localize finalize void bind unbind rebase squash cherrypick downvote suppress moderate escalate fulfill update edit modify patch set change rename move adjust alter amend configure customize reorder sort-items
    assign tag label mark flag annotate categorize complete finish resolve-issue close-issue reopen transition
    increment decrement enhance fix repair standardize format-cells merge-cells group align rotate-image scale-shape
    highlight translate-shape refactor optimize convert-file append-to link attach associate connect-nodes pin
    favorite star bookmark like upvote vote rate approve reject accept decline acknowledge confirm snooze mute
    unmute toggle extend renew put map migrate upgrade downgrade reindex restructure transfer-ownership
    split claim checkin checkout merge track-time autofix correct-file sync refine set-default switch reparent relabel unsplit unmerge`,
  detach: `unattach unassociate unjoin unenroll disenroll decouple disengage unpair unfriend untie
    unassign unlink unstar unpin unlike unfollow unsubscribe unfavorite detach leave disassociate untag
    unmark unbookmark dissociate deselect unvote unwatch ungroup unlabel dequeue-self mark-unread`,
  archive: `unlist
    untrash archive trash unarchive hide unhide deprecate retire recycle deactivate-record`,
  control: `initiate reprocess resync unquarantine unbook dequeue dock undock brew cook brighten
    train interrupt seal yank slew taint untaint honk takeoff continue accelerate actuate automate autoscale bounce calibrate coordinate deallocate defrag defragment defrost
    descale dispense enforce exit quit hold home illuminate inflate intercept irrigate jog jump mow preheat preload
    prefetch prewarm recharge redirect reinstall relaunch respawn rewind retest sideload spin spray steer swivel
    teleport throttle thaw tilt unplug unschedule unqueue ventilate compact rehydrate rearm unhold
    freeze unfreeze contain vacuum redeliver recompile reprovision reallocate unload eject hangup reconnect retrain finetune start stop restart reboot pause resume run trigger deploy redeploy scale cancel retry launch enable disable
    activate deactivate schedule reschedule install suspend unsuspend promote demote rebuild build failover provision
    open close connect disconnect mount unmount sync reload refresh synchronize synchronise requeue replay spawn shutdown boot wake lock
    unlock play skip go stop-job dispatch invoke publish-version submit-job apply begin end abort halt hibernate
    resize-droplet attach-volume drain-node cordon uncordon quarantine isolate control operate arm disarm dim set-temperature
    turn power orchestrate rerun unpause warm prime flash attach-debugger cast process
    call delegate crawl-start rollout record-video route rotate-log benchmark-run step migrate`,
  interface: `collapse dblclick doubletap rightclick click type press fill hover drag drop-on scroll navigate tap swipe doubleclick focus blur goto zoom
    resize-window emulate select-option check-box uncheck handle-dialog keypress keydown keyup interact act
    hotkey longpress pinch resize minimize maximize dismiss`,
  send: `deliver endorse transmit originate advertise circulate congratulate disseminate fax solicit warn urge thank resubmit outreach
    resend remind nudge dial send post reply notify email mail message tweet dm forward broadcast comment react announce alert
    respond whisper emit retweet repost dispatch-mail share-message chat contact say speak greet call-phone`,
  publish: `republish publish release ship unpublish push announce launch-campaign go-live post-public`,
  access: `expel uninvite forbid unrestrict deauthorize reauthorize chmod chown timeout enrol elevate entitle offboard onboard jail unjail
    restrict grant revoke invite share permit authorize authorise unshare ban unban kick block unblock rotate impersonate
    login logout logoff signin signout authenticate allow deny whitelist blacklist expose unexpose delegate reset-password
    regenerate mint-token join`,
  delete: `annul dispose eradicate nullify rescind retract scrub vacate zap scrap clobber
    forget delete remove destroy drop purge wipe erase truncate uninstall terminate kill expunge nuke del rm rmdir
    unregister obliterate evict shred discard prune deprovision decommission teardown unlink-file clean dissolve
    eliminate deregister unset detonate destruct undeploy delist`,
  clear: `clear reset flush empty drain cleanup reinitialize revert-all zero`,
  overwrite: `overwrite replace restore rollback revert override recreate reimage rewrite-file`,
  exec: `execute exec eval evaluate mutate`,
  pay: `preauthorize forfeit unbond undelegate sendtoaddress sendmany bet wager invest settle prepay autopay rent procure
    pay charge refund transfer withdraw deposit stake unstake swap trade buy sell purchase spend mint burn bridge
    redeem tip donate wire payout disburse reimburse lend borrow repay liquidate airdrop harvest checkout-cart
    bid rebalance hedge remit topup fund supply`,
  manage: `manage handle administer perform operate work interact-with use maintain edit-or-delete modify-or-delete`,
} as const;

/** Words that open a name as verbs but are nouns elsewhere (`issue_comment`, `get_report`). */
const nounish =
  `list index tree search query match filter scan format preview count sum measure score review audit
  hash chart plot note record log track queue draft design backup bundle stash commit stage set change label tag mark
  flag star bookmark like vote rate pin map fix link group sort test run build trigger schedule deploy release
  lock play step call request route process cast power cancel type press fill focus select post mail email
  message comment alert chat contact tweet share block ban access report view display show dump download export
  import upload snapshot screenshot profile trace charge refund transfer deposit trade swap stake bid tip fund supply
  cluster project quote reset replace split sync update switch transition merge push pull fork clone copy
  archive trash head tail plan monitor watch use work handle reason delay wait control install present print provide
  answer ask research extract visit browse open close act step drag scroll zoom hover checkout checkin claim load probe sample pick return outline sort sketch blend boost bump discount fold lower cut home hold jump spin spray tilt compact bet rent settle pack blur smooth dub grade embed hire capture roll sign freeze vacuum
  start end stop begin pause access write read rewrite correct rank blame burn mint bridge wire lend resize
  spend expire timeout trust train seal interrupt tick protect snooze drain empty clean drop kill purge prune remember put new make draw paint book reserve store
  place connect enter complete supply submit invoice order refresh boot wake launch host resource
  consulta busca pesquisa recherche suche lista liste analyse envia publica para registra compra visite legt met
  award stamp contest dispute appeal mask dock brew cook collapse tune handoff handover land input reserva agenda carga pausa firma donne programar liga cobra cobre carica lance ferma fecha ricerca listado estima nota ver
  anzeigen extrait écrit bucht einsehen löst sagt führt prenota dona`.split(/\s+/);

export const nounishVerbs: ReadonlySet<string> = new Set(nounish);

/** Of these, the ones that are the verb where they close a name (`project-duplicate`, `record_search`). */
export const closingVerbs: ReadonlySet<string> = new Set(
  `search query list deploy reset start stop run test build export import download upload copy clone move merge sync
   scan lookup view edit patch set show cancel close open install publish archive trash share send reply replace restore
   fork push pull lock mute pause play ban block pin star like vote match count split swap trade transfer stake refund
   charge drop purge kill clear drain clean fetch format preview review validate mark get put post refresh switch
   drag hover scroll connect submit rank crawl capture sign freeze vacuum roll extract ask measure filter trigger invite release`.split(
    /\s+/,
  ),
);

/** Word (any form that can be a main verb) to its class. */
export const verbClassOf: ReadonlyMap<string, VerbClass> = inflect();

function inflect(): Map<string, VerbClass> {
  const classes = new Map<string, VerbClass>();
  const derived: [string, VerbClass][] = [];
  for (const [name, words] of Object.entries(verbWords) as [VerbClass, string][]) {
    for (const word of words.split(/\s+/)) {
      if (word.includes('-')) continue;
      if (!classes.has(word)) classes.set(word, name);
      if (/^[a-z]+$/.test(word) && word !== 'use')
        for (const form of forms(word)) derived.push([form, name]);
    }
  }
  for (const [form, name] of derived)
    if (!classes.has(form) && form !== 'news') classes.set(form, name);
  return classes;
}

/** Every form of the verbs of a class; in scripts without spaces, whatever words their patterns are made of. */
export function verbForms(...classes: VerbClass[]): string[] {
  const spaced = [...verbClassOf].filter(([, name]) => classes.includes(name));
  const unspaced = spacelessVerbs.filter((verb) => classes.includes(verb.class));
  return [
    ...spaced.map(([word]) => word),
    ...unspaced.flatMap(({ pattern }) => pattern.source.match(/[\u2e80-\uffff]+/g) ?? []),
  ];
}

/** Third person and gerund; past forms describe things ("deleted items") and are left out. */
export function forms(verb: string): string[] {
  const sibilant = /(?:s|x|z|ch|sh)$/.test(verb);
  const third = /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : sibilant
      ? `${verb}es`
      : `${verb}s`;
  const stem = /[^e]e$/.test(verb) ? verb.slice(0, -1) : verb;
  const gerunds = [`${stem}ing`];
  if (/^[a-z]*[^aeiou][aeiou][bdgmnprt]$/.test(verb)) gerunds.push(`${verb}${verb.at(-1)}ing`);
  return [third, ...gerunds];
}
