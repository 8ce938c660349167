import {
  capabilities,
  capabilityMeaning,
  operations,
  type Risk,
  risks,
} from '../../classifier/taxonomy.ts';
import type { ToolSummary } from '../../db/queries/pages.ts';
import type { PageBase } from './page.ts';
import { slug } from './paths.ts';
import { signalTitle } from './signal-titles.ts';
import { type ShownRow, summaryRow } from './tool-row.ts';
import { day, operationMeaning, riskMeaning } from './words.ts';

/** A way to look at the catalog: which tools, in which order. */
export interface ToolList {
  /** From the root of the site, ending in a slash: `lists/risk/high/`. */
  path: string;
  title: string;
  intro: string;
  tools: ToolSummary[];
  /** What the page says beside each tool; nothing in most lists. */
  note?: (tool: ToolSummary) => string;
}

export interface ListedRow extends ShownRow {
  note: string;
}

/** One page of a list. It shows no totals, so that only the pages behind a change change. */
export interface ToolListPage extends PageBase {
  kind: 'tool-list';
  heading: string;
  intro: string;
  rows: ListedRow[];
  number: number;
  previous: string | null;
  next: string | null;
}

export interface ListIndexPage extends PageBase {
  kind: 'list-index';
  groups: { heading: string; lists: { path: string; title: string }[] }[];
}

const rowsOnPage = 100;

/** Every list, by the heading it stands under; those of the rubric's words are there without tools too. */
export function toolLists(tools: ToolSummary[]): { heading: string; lists: ToolList[] }[] {
  const judged = tools.filter((tool) => tool.risk !== null);
  const byWarning = new Set(judged.flatMap((tool) => tool.warnings));
  const groups = [
    {
      heading: 'By risk',
      lists: risks.toReversed().map((risk) => ({
        path: `lists/risk/${risk}/`,
        title: `Risk: ${risk}`,
        intro: `The worst plausible single call: ${riskMeaning[risk]}.`,
        tools: judged.filter((tool) => tool.risk === risk),
      })),
    },
    {
      heading: 'By operation',
      lists: operations.toReversed().map((operation) => ({
        path: `lists/operation/${operation}/`,
        title: `Operation: ${operation}`,
        intro: `The call ${operationMeaning[operation]}.`,
        tools: judged.filter((tool) => tool.operation === operation),
      })),
    },
    {
      heading: 'By capability',
      lists: capabilities.map((capability) => ({
        path: `lists/capability/${capability}/`,
        title: `Capability: ${capability}`,
        intro: `One call can ${capabilityMeaning[capability]}.`,
        tools: judged.filter((tool) => tool.capabilities.includes(capability)),
      })),
    },
    {
      heading: 'By warning',
      lists: [...byWarning].sort().map((warning) => ({
        path: `lists/warning/${slug(warning)}/`,
        title: `Warning: ${signalTitle(warning)}`,
        intro: `Tools whose definition shows the signal ${warning}.`,
        tools: judged.filter((tool) => tool.warnings.includes(warning)),
      })),
    },
    { heading: 'What is new', lists: [changedList(tools), newlyDangerousList(judged)] },
    { heading: 'By registry', lists: registryLists(tools) },
    { heading: 'A–Z', lists: letterLists(tools) },
  ];
  return groups;
}

function changedList(tools: ToolSummary[]): ToolList {
  return {
    path: 'lists/changed/',
    title: 'Changed definitions',
    intro: 'Tools whose definition is not the one they were first seen with, the latest first.',
    tools: tools.filter((tool) => tool.previousHash !== null).sort(latestFirst),
    note: (tool) => `changed ${day(tool.firstSeenAt)}`,
  };
}

function newlyDangerousList(tools: ToolSummary[]): ToolList {
  const rank = (risk: Risk | null) => (risk === null ? -1 : risks.indexOf(risk));
  return {
    path: 'lists/newly-dangerous/',
    title: 'Newly dangerous',
    intro: 'Tools whose risk rose with their last change, the latest first.',
    tools: tools
      .filter((tool) => tool.previousRisk !== null && rank(tool.risk) > rank(tool.previousRisk))
      .sort(latestFirst),
    note: (tool) => `was ${tool.previousRisk} until ${day(tool.firstSeenAt)}`,
  };
}

function latestFirst(a: ToolSummary, b: ToolSummary): number {
  return a.firstSeenAt < b.firstSeenAt ? 1 : a.firstSeenAt > b.firstSeenAt ? -1 : 0;
}

function registryLists(tools: ToolSummary[]): ToolList[] {
  return [...Map.groupBy(tools, (tool) => tool.registry)].map(([registry, own]) => ({
    path: `lists/registry/${slug(registry)}/`,
    title: `Registry: ${registry}`,
    intro: 'Every tool of the servers that this registry lists.',
    tools: own,
  }));
}

function letterLists(tools: ToolSummary[]): ToolList[] {
  const groups = Map.groupBy(tools, (tool) => letterOf(tool.name));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, own]) => ({
      path: `lists/a-z/${letter}/`,
      title: `Tools: ${letter === 'other' ? 'other letters' : letter.toUpperCase()}`,
      intro: 'Tools by name.',
      tools: own.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
    }));
}

function letterOf(name: string): string {
  const first = name.charAt(0).toLowerCase();
  if (/[a-z]/.test(first)) return first;
  return /\d/.test(first) ? '0-9' : 'other';
}

export function listPages({ path, title, intro, tools, note }: ToolList): ToolListPage[] {
  const last = Math.max(1, Math.ceil(tools.length / rowsOnPage));
  const pathOf = (number: number) => (number === 1 ? path : `${path}${number}/`);
  return Array.from({ length: last }, (_, index) => {
    const number = index + 1;
    return {
      kind: 'tool-list',
      path: pathOf(number),
      title: number === 1 ? title : `${title}, page ${number}`,
      description: intro,
      heading: title,
      intro,
      rows: tools
        .slice(index * rowsOnPage, number * rowsOnPage)
        .map((tool) => ({ ...summaryRow(tool), note: note?.(tool) ?? '' })),
      number,
      previous: number > 1 ? pathOf(number - 1) : null,
      next: number < last ? pathOf(number + 1) : null,
    };
  });
}

export function listIndexPage(groups: { heading: string; lists: ToolList[] }[]): ListIndexPage {
  return {
    kind: 'list-index',
    path: 'lists/',
    title: 'All lists',
    description: 'Every tool of the catalog by risk, operation, capability, warning and name.',
    groups: groups.map(({ heading, lists }) => ({
      heading,
      lists: lists.map(({ path, title }) => ({ path, title })),
    })),
  };
}
