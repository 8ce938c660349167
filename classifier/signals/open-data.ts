import { isRead, speaksOf } from '../acts.ts';
import type { Signal } from '../signal.ts';
import { quoteRaw } from '../unicode.ts';

const open = new Set(
  `weather forecast climate stock stocks ticker tickers ohlcv orderbook candle candles
   candlestick kline klines crypto cryptocurrency exchange exchanges leverage arxiv pubmed
   wikipedia documentation docs npm pypi crate geocode geocoding coordinates elevation
   latitude directions restaurant restaurants recipe recipes movie movies anime manga
   pokemon dictionary synonyms joke jokes trivia statute patent patents gene genes protein
   proteins compound compounds species country countries holiday holidays timezone
   timezones currency currencies forex hotel hotels flight flights cve cves emoji unicode
   trending podcast podcasts public gpu cpu blockchain mempool gas defi tvl dex astronomy
   earthquake bus metro census economic gdp inflation nasa spacex lyrics verse bible quran
   horoscope zodiac papers paper citation citations doi clinical news reddit hackernews
   youtube google encyclopedia glossary internet web market markets 天气 股票 汇率 天気 날씨 clima
   wetter météo погода 新闻 地图 airport airports airline airlines aircraft parliament
   parliamentary congress senate legislation court courts tld whois availability leetcode
   codeforces hyperliquid uniswap solana ethereum bitcoin onchain tarot bazi 黄历 农历 八字 航班 火车
   车票 cuisine ingredients nutrition cocktail cocktails wine beer chess sports football
   soccer basketball baseball nba nfl mlb tournament journal journals preprint biorxiv
   huggingface satellite satellites moon sunrise postal geolocation gif giphy unsplash
   pexels wikidata imdb tmdb steam twitch minecraft fda icd edgar sedo auctions tldr
   mathematics physics chemistry chemical gnomad uniprot pdb ensembl openalex crossref
   orcid isbn constellation apod planets population indicators legal law laws regulation
   catechism hadith tafsir curated registry llms.txt reference kernel kanji vocabulary
   grammar dnd spells starwars`.split(/\s+/),
);
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

export const openData: Signal = {
  id: 'open-data',
  title: 'Returns public or reference data',
  why: 'Weather, prices, places, papers and documentation are open to everyone.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low' },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading) || speaksOf(reading, owned)) return [];
    const word = [...text.nameWords, ...reading.clause].find(({ text: each }) => open.has(each));
    if (word === undefined) return [];
    const passage = text.nameWords.includes(word) ? text.name : (text.description ?? text.name);
    return [
      {
        signal: 'open-data',
        pointer: passage.pointer,
        quote: quoteRaw(passage.raw, word.start, word.end),
      },
    ];
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'get_weather' }, quote: 'weather' }],
    silent: [
      { name: 'get_email' },
      { name: 'get_my_portfolio', description: 'Your stock portfolio' },
    ],
  },
};
