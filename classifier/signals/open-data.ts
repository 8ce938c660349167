import { isRead, speaksOf } from '../acts.ts';
import { quoteParameter } from '../evidence.ts';
import { findOnce } from '../find-once.ts';
import { mentions } from '../lexicon/products.ts';
import type { Signal } from '../signal.ts';
import { quoteRaw } from '../unicode.ts';
import type { Word } from '../words.ts';

export const open = new Set(
  `weather forecast climate stock stocks ticker tickers ohlcv orderbook candle candles
   candlestick kline klines crypto cryptocurrency exchange exchanges leverage arxiv pubmed
   wikipedia documentation npm pypi crate geocode geocoding coordinates elevation
   latitude directions restaurant restaurants recipe recipes movie movies anime manga
   pokemon dictionary synonyms joke jokes trivia statute patent patents gene genes protein
   proteins compound compounds species country countries holiday holidays timezone
   timezones currency currencies forex hotel hotels flight flights cve cves emoji unicode
   trending podcast podcasts public gpu cpu blockchain mempool gas defi tvl dex astronomy
   earthquake bus metro census economic gdp inflation nasa spacex lyrics verse bible quran
   horoscope zodiac papers paper citation citations doi clinical news reddit hackernews
   youtube encyclopedia glossary internet web market markets 天气 股票 汇率 天気 날씨 clima
   wetter météo погода 新闻 地图 airport airports airline airlines aircraft parliament
   parliamentary congress senate legislation court courts tld whois availability leetcode
   codeforces hyperliquid uniswap solana ethereum bitcoin onchain tarot bazi 黄历 农历 八字 航班 火车
   车票 cuisine ingredients nutrition cocktail cocktails wine beer chess sports football
   soccer basketball baseball nba nfl mlb tournament journal journals preprint biorxiv
   huggingface satellite satellites moon sunrise postal geolocation gif giphy unsplash
   pexels wikidata imdb tmdb steam twitch minecraft fda icd edgar sedo auctions tldr
   facebook linkedin twitter instagram tiktok bluesky mastodon weibo xiaohongshu rednote douyin bilibili
   zhihu pinterest quora stackoverflow stackexchange producthunt glassdoor yelp tripadvisor trustpilot goodreads zillow wwdc
   keyword keywords backlinks serp pagespeed lighthouse llm llms mathematics physics chemistry chemical gnomad uniprot pdb ensembl openalex crossref
   orcid isbn constellation apod planets population indicators legal law laws regulation
   catechism hadith tafsir curated registry llms.txt kanji vocabulary
   grammar dnd spells starwars subreddit subreddits airbnb erc20 nft nfts etf etfs dividend
   dividends earnings poi pois plenary senators hexagram episode episodes asteroid asteroids tides
   marathon standings fixtures leaderboard whale memecoin polymarket kalshi halving
   wikimedia openstreetmap osm meal meals menu submissions datasets threat malware aqi pollution pollen volcano tide filing
   filings fundamentals cashflow zip zipcode postcode headline headlines league leagues fixture changelog lottery celebrity
   insider vat crop crops sowing agronomy valuation pollutants metar taf notam iss
   ski snow avalanche shodan clinvar unemployment trademark trademarks resort resorts
   gamertag summoner esports fortnite valorant dota csgo lichess pokedex mtg scryfall yugioh hearthstone runescape roblox
   warcraft magic tarkov authority seo backlink radar meteo ephemeris almanac thesaurus idiom rhyme rhymes
   etymology verses scripture psalm mantra quotes proverb museum museums artwork artworks painting paintings
   transit timetables departure arrival gtfs ferry toll fuel parking zoo campground campgrounds trailhead
   sofascore transfermarkt espn nhl ufc f1 cricket rugby tennis golf olympics squad lineup odds semanticscholar openreview clinicaltrials rxnorm snomed loinc dailymed drugbank chembl kegg reactome ncbi genbank
   blast taxonomy taxon genus habitat isotope exoplanet galaxy spectra
   mdn caniuse rfc spdx osv ghsa mitre cwe capec nvd crates maven nuget rubygems packagist dockerhub homebrew
   apt flathub readthedocs devdocs sdk framework frameworks changelogs rss sitemap rdap asn bgp geoip
   gdelt worldbank imf eurostat oecd fred bls tariffs tariff customs visa embassy
   series premiere streamer subway timetable departures arrivals city cities`.split(/\s+/),
);
/** A chain is open to everyone who has the address. */
const chain = /^(?:network|chain|chain_?id|rpc_?url)$/i;
const address = /(?:^|[a-z_])(?:address|hash|contract)$/i;
/** What a symbol names is quoted for everyone, except what someone holds or ordered. */
const traded = /^(?:symbols?|tickers?|isin)$/i;
const held = new Set([
  'position',
  'positions',
  'order',
  'orders',
  'trade',
  'trades',
  'balance',
  'holdings',
  'alert',
  'alerts',
  'watchlist',
  'file',
  'code',
  'definition',
  'references',
]);
/** Stock that lies in a warehouse, orders and rates of one's own. */
const kept = new Set([
  'inventory',
  'warehouse',
  'warehouses',
  'levels',
  'sku',
  'quantity',
  'goods',
]);
/** "By keyword" says how, not what. */
const manner = new Set([
  'keyword',
  'keywords',
  'city',
  'cities',
  'country',
  'date',
  'zip',
  'law',
  'currency',
]);
const forAll = new Set(['public', 'published', 'publicly']);
const owned = new Set([
  'private',
  'my',
  'your',
  'user',
  'account',
  'authenticated',
  'portfolio',
  'inbox',
  'mailbox',
  'employee',
  'customer',
  'workspace',
  'organization',
]);

function isOpen({ term }: Word): boolean {
  return open.has(term.text) || open.has(term.stem);
}

export const openData: Signal = {
  id: 'open-data',
  title: 'Returns public or reference data',
  why: 'Weather, prices, places, papers and documentation are open to everyone.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['reads-private-data'] },
  where: { isRead: true },
  find: findOnce((text) => {
    const { reading } = text;
    if (!isRead(reading) || (speaksOf(reading, owned) && !speaksOf(reading, forAll))) return [];
    const onChain = reading.parameters.some(({ parameter }) => chain.test(parameter.name.clean));
    const holder = onChain
      ? reading.parameters.find(({ parameter }) => address.test(parameter.name.clean))
      : undefined;
    if (holder !== undefined) return [quoteParameter('open-data', holder)];
    if (mentions(text).owned !== undefined || speaksOf(reading, kept)) return [];
    const listed = reading.parameters.find(({ parameter }) => traded.test(parameter.name.clean));
    if (listed !== undefined && !speaksOf(reading, held))
      return [quoteParameter('open-data', listed)];
    const named = text.nameWords.find(isOpen);
    const word = named ?? reading.clause.find((found) => isOpen(found) && !manner.has(found.text));
    if (word === undefined) return [];
    const passage = named === undefined ? (text.description ?? text.name) : text.name;
    return [
      {
        signal: 'open-data',
        pointer: passage.pointer,
        quote: quoteRaw(passage, word.start, word.end),
      },
    ];
  }),
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'get_weather' }, quote: 'weather' },
      {
        tool: {
          name: 'get_balance',
          inputSchema: { properties: { address: {}, chainId: {} } },
        },
        quote: 'address',
      },
    ],
    silent: [
      { name: 'get_positions', inputSchema: { properties: { symbol: {} } } },
      { name: 'search_news', description: 'Search the news channel of Slack.' },
      { name: 'get_email' },
      { name: 'get_my_portfolio', description: 'Your stock portfolio' },
    ],
  },
};
