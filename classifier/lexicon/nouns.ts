/** What kind of thing a noun names. A noun may be of several kinds. */
export type NounClass = keyof typeof nounWords;

export const nounWords = {
  /** Holds much other data: losing it is losing many objects. */
  container: `database db table bucket repository repo project account volume cluster machine vm server instance namespace
    workspace organization organisation org collection schema environment env stack droplet site app application topic
    keyspace zone domain tenant vault drive disk store guild dataset index pod swarm filesystem partition directory
    channel base datacenter vpc subnet registry board team space catalog library shard warehouse node host backup
    backups`,
  /** One thing of a person's or an organisation's own. */
  record: `record row entry item document doc docs page note notes file folder task todo issue ticket event card checklist
    comment message thread post draft label tag list field column property view report dashboard widget template form
    survey asset image photo video attachment media article blog product sku variant category order invoice customer
    lead deal opportunity contact company person candidate employee story epic sprint milestone release cycle
    bookmark link reminder goal habit entity relation node edge observation block cell sheet spreadsheet slide
    presentation workbook worksheet transaction expense budget bill quote contract proposal subscription campaign
    segment audience workout activity meal meeting booking reservation appointment shipment inventory stock-item
    playlist track shape layer frame component pr pull request branch commit snippet gist memory memories
    timesheet payslip application shift receipt statement claim coupon discount promotion vendor supplier interview
    offer bug defect requirement testcase iteration objective highlight annotation flashcard deck alarm trip
    prescription course assignment quiz lease matter experiment variable topic rule policy macro agenda worklog
    initiative album wishlist address estimate vehicle device`,
  secret: `secret secrets password passwords passwd passphrase token tokens credential credentials apikey apikeys keypair
    privatekey mnemonic seed cookie cookies otp totp 2fa jwt certificate certificates pem keystore vault env
    passkey passkeys apitoken privkey keyring`,
  mail: `mail mails email emails e-mail inbox mailbox gmail outlook imap smtp newsletter message messages sms mms dm dms chat
    chats conversation conversations thread threads slack telegram whatsapp discord wechat imessage voicemail`,
  people: `user users member members person people contact contacts customer customers client clients employee employees
    patient patients student students candidate candidates lead leads athlete profile profiles me self viewer owner
    assignee follower followers friend friends subscriber subscribers visitor attendee attendees
    applicant applicants tenant tenants vendor vendors supplier suppliers prospect prospects colleague colleagues
    staff teammate teammates manager managers teacher teachers guest guests driver drivers reviewer reviewers
    contributor contributors participant participants donor donors beneficiary beneficiaries household households
    child children delegate delegates approver approvers recipient recipients sender senders`,
  business: `base bases knowledgebase clipboard charge charges refund refunds payout payouts invoice invoices order orders payment payments transaction transactions balance balances billing budget budgets
    account accounts subscription subscriptions deal deals opportunity opportunities ticket tickets issue issues task
    tasks project projects document documents file files record records note notes calendar calendars event events
    meeting meetings log logs metric metrics dashboard dashboards monitor monitors incident incidents alert alerts
    deployment deployments build builds pipeline pipelines workflow workflows run runs job jobs analytics usage
    board boards card cards page pages database databases table tables row rows sheet sheets query queries commit
    commits branch branches pull diff code codebase source repository repositories repo repos test tests coverage
    memory memories knowledge notebook notebooks campaign campaigns contract contracts policy policies report reports
    portfolio position positions holding holdings wallet wallets trade trades activity activities workout sleep health
    heart steps history session sessions spec specs trace traces error errors audit folder folders workspace workspaces
    organization organizations team teams integration integrations webhook webhooks form forms response responses survey
    surveys recording recordings transcript transcripts template templates tag tags label labels entry entries asset
    assets list lists space spaces channel channels room rooms server servers application applications service services
    resource resources cluster clusters pod pods container containers instance instances host hosts vm vms domain
    domains zone zones dns schema schemas index indexes collection collections bucket buckets object objects volume
    volumes snapshot snapshots backup backups image images procedure procedures view views column columns field fields
    sprint sprints epic epics milestone milestones release releases inventory shipment shipments cart product products
    timesheet timesheets payslip payslips payroll salary salaries leave leaves absence absences vacation attendance
    shift shifts roster applicant applicants interview interviews offer offers onboarding headcount department
    departments vendor vendors supplier suppliers purchase purchases requisition requisitions receipt receipts
    statement statements ledger payable payables receivable receivables tax taxes expense expenses reimbursement
    reimbursements dispute disputes chargeback chargebacks coupon coupons discount discounts promotion promotions
    fulfillment fulfillments prospect prospects proposal proposals case cases macro macros sla call calls voicemail
    voicemails agenda agendas standup retrospective roadmap roadmaps initiative initiatives objective objectives okr
    okrs kpi kpis goal goals backlog worklog worklogs iteration iterations bug bugs defect defects requirement
    requirements testcase testcases suite suites execution executions artifact artifacts stage stages runner runners
    environment environments variable variables experiment experiments audience audiences segment segments cohort
    cohorts funnel funnels conversion conversions visitor visitors traffic adset adsets ad ads creative creatives
    impression impressions spend newsletter newsletters automation automations draft drafts bookmark bookmarks
    highlight highlights annotation annotations flashcard flashcards deck decks diary mood habit habits reminder
    reminders alarm alarms sensor sensors device devices footage energy consumption meter meters vehicle vehicles
    trip trips encounter encounters medication medications prescription prescriptions allergy allergies immunization
    immunizations vitals appointment appointments claim claims glucose weight readiness recovery grade grades course
    courses assignment assignments enrollment enrollments quiz quizzes tenant tenants lease leases matter matters
    node nodes ingress configmap manifest manifests quota quotas cost costs blob blobs queue queues topic topics
    consumer consumers partition partitions stream streams shard shards vector vectors embedding embeddings chunk
    chunks entity entities relation relations relationship relationships constraint constraints trigger triggers
    role roles permission permissions grant grants lock locks silence silences oncall schedule schedules escalation
    escalations runbook runbooks postmortem postmortems slo slos span spans crash crashes exception exceptions
    replay replays finding findings target targets setting settings configuration configurations config rulebase
    firewall network networks subnet subnets gateway gateways peer peers tunnel tunnels interface interfaces stash
    worktree worktrees remote remotes hunk contributor contributors reviewer reviewers approver approvers approval
    approvals delegate delegates delegation wishlist wishlists library basket timeline timelines
    notification notifications watchlist watchlists favorites preference preferences process processes window
    windows screenshot screenshots selection layer layers frame frames component components variant variants style
    styles slide slides formula formulas range ranges worksheet worksheets workbook workbooks presentation
    presentations chart charts dataset datasets gallery album albums playlist playlists photo photos picture
    pictures summary deliverable deliverables parcel parcels return returns subscriber subscribers plan plans
    allocation allocations booking bookings reservation reservations itinerary itineraries stats statistics insight
    insights trend trends diagnostics diagnostic waterfall measure measures gate gates profile profiles delivery
    deliveries invocation invocations`,
  foreign: `comment comments review reviews reply replies post posts tweet tweets feed feeds story stories thread threads
    webpage webpages website websites html markdown article articles news blog blogs pr prs pull issue issues ticket
    tickets message messages email emails inbox mail transcript transcripts subtitles captions readme discussion
    discussions attachment attachments conversation conversations history feedback submission submissions response
    responses document documents content contents scrape crawl rss search results result snippet snippets forum
    question questions answer answers channel note notes description logs request requests video videos
    mention mentions notification notifications timeline timelines caption subtitle topic topics reel reels shorts
    podcast podcasts newsletter newsletters serp survey surveys complaint complaints case cases`,
  web: `web webpage website url urls page html internet site sitemap http https uri link crawl scrape serp google bing
    duckduckgo brave tavily
    webpages websites subpages domain hyperlink anchor`,
  open: `weather forecast climate stock stocks price prices ticker tickers quote quotes market markets news wiki wikipedia
    paper papers arxiv pubmed doi citation citations documentation docs guide guides tutorial library libraries package
    packages npm pypi crate model models place places route routes directions geocode geocoding elevation coordinates
    map maps country countries city cities holiday holidays timezone time date currency currencies exchange rate rates
    crypto coin coins ohlcv orderbook candle candles kline klines blockchain block gas token-price dictionary word
    words definition synonyms recipe recipes movie movies film films tv show shows book books music song songs artist
    album game games player players team-stats score scores league match matches pokemon anime manga joke trivia
    fact facts gene genes protein proteins drug drugs compound compounds species molecule clinical trial trials law
    laws statute regulation patent patents dataset datasets hotel hotels flight flights train trains restaurant
    restaurants listing listings property properties company-profile sec filing filings financials earnings cve cves
    vulnerability vulnerabilities icon icons font fonts color colors emoji glossary standard standards example
    examples rule rules help tips instructions version status health capabilities tools types supported available
    catalog catalogue pricing plan plans region regions feature features changelog trending popular featured public
    standings fixtures squad squads odds lineup lineups satellite satellites aqi pollen tide tides moon zodiac verse
    verses hadith idiom idioms thesaurus rhyme rhymes etymology isotope isotopes galaxy exoplanet exoplanets
    asteroid asteroids iss seismic earthquake earthquakes volcano wildfire wildfires hurricane hurricanes avalanche
    census demographics gdp inflation unemployment yields bond bonds commodity commodities etf etfs fundamentals
    cashflow dividend dividends tvl apy apr mempool validator validators dex pair pairs floor parliament legislator
    legislators court courts docket dockets opinion opinions legislation treaty treaties tariff tariffs cocktail
    cocktails wine beer nutrition food foods ingredient ingredients allergen poi pois transit bus busses station
    stations stop stops airline airlines airport airports visa attraction attractions tour tours museum museums
    artwork artworks painting paintings concert concerts venue venues showtime showtimes cinema episode episodes
    season seasons actor actors lyrics chord chords podcast podcasts radio achievement achievements champion
    champions hero heroes spell spells monster monsters framework frameworks symbol symbols module modules gem
    advisory advisories license licenses spdx rfc rfcs compatibility technology technologies sample samples
    cheatsheet keyword keywords backlink backlinks serp ranking rankings competitor competitors hashtag hashtags
    influencer influencers creator creators subreddit subreddits benchmark benchmarks provider providers voice
    voices language languages accent preset presets emojis gif gifs constellation constellations planet planets
    sunrise sunset prayer kanji vocabulary grammar tokenomics whale indicator indicators candlestick liquidation
    liquidations depth forex fx gold silver oil apis api reference references manual skill skills practice practices
    university universities school schools hospital hospitals pharmacy pharmacies parking road roads terrain soil
    ndvi taxon taxa genome genomes pathway pathways disease diseases symptom symptoms enzyme enzymes crystal
    crystals material materials spectrum`,
  compute: `calculation math expression regex uuid hash base64 json yaml csv timestamp sum number random color unit units
    chart diagram graph plot mermaid svg qr qrcode barcode prompt thought thoughts thinking text string sentence
    slug markdown latex formula roman binary hex ascii morse cipher checksum regexp cron xml html css toml ini
    embedding embeddings similarity sentiment gradient palette contrast matrix vector polynomial equation integral
    derivative probability dice coin lorem placeholder boilerplate template`,
  system: `infrastructure terraform kubernetes helm cloudformation service services deployment deployments pod pods container containers instance instances job jobs pipeline pipelines
    workflow workflows server servers cluster vm vms machine queue queues worker workers process processes device devices
    light lights lamp thermostat switch sensor camera lock scene automation automations endpoint endpoints function
    functions lambda build builds deploy app application docker compose node nodes host browser session
    simulator emulator monitor downtime alarm agent agents schedule cron task-run printer vehicle car tv speaker
    volume playback media player firewall dns proxy loadbalancer cdn cache robot drone scan crawl environment
    environments flow flows trigger triggers plugin plugins package packages extension configuration config settings
    ingress configmap replicaset statefulset daemonset subnet vpc gateway gateways tunnel route router routers vpn
    peer heater fan fans blind blinds curtain curtains valve valves door doors garage plug outlet vacuum sprinkler
    irrigation oven fridge charger autoscaler runner runners stack stacks swarm consumer broker topic stream crawler
    scraper cronjob kernel hypervisor failover maintenance`,
  interface: `browser page tab tabs window windows dialog element elements cursor mouse keyboard key screen viewport form button
    field frame iframe modal popup alert scroll canvas selection panel editor`,
  scratch: `cache console session thought thoughts plan log-level viewport theme buffer clipboard temp tmp scratch scratchpad
    progress context selection todo todos logging debug counter timer trace recording`,
  access: `permission permissions role roles member members membership collaborator collaborators acl acls policy policies
    access sharing share credential credentials key keys token tokens invite invites invitation invitations webhook
    secret secrets password grant grants user users group groups sso oauth ssh certificate firewall security admin
    visibility privacy owner ownership team seat seats guest tester testers delegate delegation
    delegates allowlist denylist blocklist whitelist blacklist apikey apikeys passkey scope scopes rbac iam rls
    authorizer approver approvers entitlement entitlements license licenses headers cors csp hsts mfa 2fa oidc saml
    login`,
  money: `payroll liquidity reward rewards fee fees airdrop airdrops dividend dividends payment payments charge charges refund refunds order orders payout payouts transfer transfers funds money fund token
    tokens eth btc sol usdc usdt usd coin balance swap trade limit market bid offer nft position collateral stake liquidity
    loan purchase checkout cart card subscription invoice bill tip donation`,
  detachable: `permission permissions collaborator collaborators sharing label labels tag tags member members reaction reactions assignee assignees star stars watcher watchers follower
    followers dependency dependencies relation relations relationship link links favorite favorites bookmark like vote
    filter subscription subscriptions association pin parent mention participant participants attendee attendees`,
  code: `command commands cmd shell bash terminal script scripts code python javascript js typescript sql query statement
    apex applescript powershell ruby lua repl notebook kernel expression snippet program function lambda transaction`,
  bulk: `all bulk batch multiple many everything every entire whole mass several`,
  settings: `config configuration settings setting preference preferences option options rule rules feature flag flags threshold
    limit policy proxy filter filters automation webhook webhooks hook hooks trigger alias profile`,
  file: `file files path directory folder document image pdf attachment screenshot csv workbook spreadsheet`,
} as const;

export const nounClasses = Object.keys(nounWords) as NounClass[];

const bits: ReadonlyMap<string, number> = spread();

function spread(): Map<string, number> {
  const found = new Map<string, number>();
  nounClasses.forEach((name, bit) => {
    for (const word of nounWords[name].split(/\s+/))
      found.set(word, (found.get(word) ?? 0) | (1 << bit));
  });
  return found;
}

/** The kinds of a noun as a bit set over `nounClasses`; 0 for an unknown word. Plurals are looked through. */
export function nounBits(word: string): number {
  const exact = bits.get(word);
  if (exact !== undefined) return exact;
  if (!word.endsWith('s') || word.length < 4) return 0;
  if (word.endsWith('ies')) return bits.get(`${word.slice(0, -3)}y`) ?? 0;
  return (
    bits.get(word.slice(0, -1)) ?? (word.endsWith('es') ? (bits.get(word.slice(0, -2)) ?? 0) : 0)
  );
}
