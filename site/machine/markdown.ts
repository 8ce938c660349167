import { confidenceNumber } from '../../classifier/confidence.ts';
import { markQuotes, shownText } from '../data/marked-text.ts';
import type { ServerPage } from '../data/server-page.ts';
import type { ToolPage } from '../data/tool-page.ts';
import type { ShownRow } from '../data/tool-row.ts';
import { confidenceWord, decisionWord } from '../data/words.ts';

/** The tool page as Markdown for a model or a terminal. The definition's text stands in fences only. */
export function toolMarkdown(page: ToolPage): string {
  const { document, label } = page;
  const { classification, provenance } = document;
  return lines([
    `# ${inline(document.tool)}`,
    `Server: ${inline(document.server)}${provenance.version ? ` (${inline(provenance.version)})` : ''}`,
    label
      ? `Label: **${label.operation}, ${label.risk}**, ${confidenceWord(label.confidence)} (${confidenceNumber(label.confidence)})`
      : 'Label: not judged yet',
    page.answer,
    page.decision ? `Recommended (balanced): **${decisionWord[page.decision].toLowerCase()}**` : '',
    classification ? `## Why\n\n${fence(classification.rationale)}` : '',
    list('Capabilities', classification?.capabilities ?? []),
    list(
      'Warnings',
      page.warnings.map((warning) => `${warning.severity}: ${warning.message} (${warning.signal})`),
    ),
    list(
      'Parameters',
      page.parameters.map(
        ({ path, type, required }) =>
          `${inline(path)}: ${inline(type)}${required ? ', required' : ''}`,
      ),
    ),
    `## Description by the author (untrusted text)\n\n${fence(document.definition.description)}`,
    list('Where this comes from', [
      `registry ${inline(provenance.registry)}`,
      ...(provenance.package ? [`package ${inline(provenance.package)}`] : []),
      ...(provenance.listedOn ? [`listed on ${provenance.listedOn}`] : []),
      `definition sha256:${document.definitionHash}`,
      ...(classification ? [`classifier ${classification.classifierVersion}`] : []),
    ]),
  ]);
}

export function serverMarkdown(page: ServerPage): string {
  const { document, notice } = page;
  const row = ({ name, label, warned }: ShownRow) =>
    `${inline(name)}: ${label ? `${label.operation}, ${label.risk}` : 'not judged yet'}${warned ? `, ${warned}` : ''}`;
  return lines([
    `# ${inline(document.server)}`,
    document.risk ? `At worst: **${document.operation}, ${document.risk}**` : '',
    notice ? inline(notice) : '',
    list('Tools', page.rows.map(row)),
    list('Together they can', document.capabilities),
    page.policyPath ? `Policy: ${page.policyPath}` : '',
  ]);
}

function list(heading: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `## ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function lines(parts: string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Text of others on one line, as code, so that no markup of it works. */
function inline(text: string): string {
  const line = String(text)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  const ticks = '`'.repeat(longestRun(line, '`') + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

/** Text of others in a fence that it cannot close; what a person does not see is said in words. */
function fence(text: unknown): string {
  const body = typeof text === 'string' ? shownText(markQuotes(text, [])) : '';
  const ticks = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
  return `${ticks}text\n${body}\n${ticks}`;
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  for (const run of text.match(new RegExp(`${character}+`, 'g')) ?? []) {
    longest = Math.max(longest, run.length);
  }
  return longest;
}
