import type { Site } from './page.ts';
import type { ToolDocument } from './tool-document.ts';

/** What a reader needs to say that a label is wrong. */
export interface Contest {
  /** To be copied, with two lines to fill in. */
  text: string;
  /** Opens a correction with the text in it; null where the site has no place for them. */
  link: string | null;
}

const longestName = 200;

/** Null where there is no label to contest. */
export function contestOf(document: ToolDocument, site: Site): Contest | null {
  const { server, tool, definitionHash, classification, provenance } = document;
  if (!classification) return null;
  const { operation, risk, capabilities, confidence, decidedBy } = classification;
  const { package: name, version } = provenance;
  const ran = [name ?? 'none', ...(version === null ? [] : [`version ${version}`])].join(', ');
  const text = [
    `Server: ${oneLine(server)}`,
    `Tool: ${oneLine(tool)}`,
    `Package: ${oneLine(ran)}`,
    `Definition: sha256:${definitionHash}`,
    `Label now: ${[operation, risk, ...capabilities].join(', ')}`,
    `Judged by: classifier ${classification.classifierVersion}, decided by ${decidedBy}, confidence ${confidence}`,
    'Label should be: ',
    'Because, with the rule of the methodology: ',
  ].join('\n');
  const title = `Label of ${oneLine(tool)} (${oneLine(server)})`;
  return { text, link: linkTo(site, title, text) };
}

function linkTo({ corrections }: Site, title: string, text: string): string | null {
  if (corrections === null) return null;
  const filled = { title: encodeURIComponent(title), body: encodeURIComponent(text) };
  return corrections.replace(/\{(title|body)\}/g, (_, part: 'title' | 'body') => filled[part]);
}

/** A name of others as one line that shows and hides nothing. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu, ' ').trim();
  return line.length <= longestName ? line : `${line.slice(0, longestName).toWellFormed()}…`;
}
