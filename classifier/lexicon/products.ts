import type { Text } from '../text.ts';
import type { Word } from '../words.ts';

/** Kinds of products and systems that hold what an organisation or a person keeps for itself. */
export const ownedProducts: ReadonlySet<string> = new Set(
  `jira confluence atlassian notion slack gmail outlook sharepoint onedrive salesforce hubspot zendesk intercom
   freshdesk asana trello clickup monday airtable basecamp todoist evernote obsidian grafana datadog sentry
   pagerduty kubernetes kubectl aws azure gcp cloudflare vercel netlify heroku supabase firebase postgres postgresql
   mysql mariadb mongodb redis elasticsearch opensearch snowflake bigquery databricks clickhouse sqlite mssql stripe
   paypal quickbooks xero shopify woocommerce wordpress drupal contentful strapi sanity figma miro dropbox zoom calendly
   mailchimp sendgrid twilio jenkins circleci gitlab bitbucket okta auth0 keycloak bitwarden sap odoo erpnext netsuite
   workday strava garmin fitbit oura whoop plaid telegram whatsapp discord wechat feishu dingtalk docker
   terraform prometheus splunk dynatrace metabase tableau looker superset dbt airflow n8n zapier optimizely amplitude
   mixpanel posthog braze klaviyo pipedrive attio zoho dynamics servicenow rollbar bugsnag launchdarkly
   statsig webflow framer canva docusign pandadoc typeform substack matomo graylog kibana elastic pinecone qdrant
   weaviate chroma milvus neo4j graphql unifi proxmox vmware homeassistant hue tuya sonos plex icloud
   onenote excel powerpoint crm erp cms`.split(/\s+/),
);

/** Of these and others, the ones where several people write to each other and to tasks. */
const sharedProducts: ReadonlySet<string> = new Set(
  `jira confluence atlassian notion slack asana trello clickup monday linear github gitlab bitbucket zendesk intercom freshdesk discord teams telegram whatsapp feishu lark gmail outlook hubspot salesforce airtable basecamp todoist figma miro shortcut youtrack redmine gitea devops plane`.split(
    /\s+/,
  ),
);

/** Where everyone reads what others posted. */
export const publicPlatforms: ReadonlySet<string> = new Set(
  `reddit subreddit hackernews twitter tweet tweets tiktok instagram facebook youtube bluesky mastodon pinterest quora
   stackoverflow stackexchange producthunt glassdoor yelp tripadvisor trustpilot goodreads weibo xiaohongshu rednote douyin
   bilibili zhihu kuaishou toutiao threads twitch tumblr vimeo dailymotion medium devto lobsters slashdot leetcode
   codeforces letterboxd myanimelist soundcloud bandcamp ebay amazon aliexpress zillow airbnb indeed craigslist farcaster
   lemmy odysee rumble wikipedia naver kakao hatena qiita zenn vk habr steam playstore appstore deepwiki`.split(
    /\s+/,
  ),
);

/** A product that a definition names: in its name, or in the beginning of its description. */
export interface Mention {
  word: Word;
  inName: boolean;
}

export interface Mentions {
  owned: Mention | undefined;
  shared: Mention | undefined;
  /** A public platform. */
  platform: Mention | undefined;
}

const lists: [keyof Mentions, ReadonlySet<string>][] = [
  ['owned', ownedProducts],
  ['shared', sharedProducts],
  ['platform', publicPlatforms],
];

/** By its word the lists that hold a product. */
const listsOf: ReadonlyMap<string, (keyof Mentions)[]> = new Map(
  lists.flatMap(([, words]) =>
    [...words].map((word) => [
      word,
      lists.filter(([, list]) => list.has(word)).map(([name]) => name),
    ]),
  ),
);

/** How far into a description, in UTF-16 units, a product counts as named. */
const beginning = 400;

/** The first product of each list that a definition names; read once for all signals. */
export function mentions(text: Text): Mentions {
  if (text.memory.mentions !== undefined) return text.memory.mentions;
  const found: Mentions = { owned: undefined, shared: undefined, platform: undefined };
  const note = (word: Word, inName: boolean) => {
    for (const list of listsOf.get(word.text) ?? []) found[list] ??= { word, inName };
  };
  for (const word of text.nameWords) note(word, true);
  for (const word of text.descriptionWords) {
    if (word.end > beginning) break;
    note(word, false);
  }
  text.memory.mentions = found;
  return found;
}
