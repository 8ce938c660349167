import type { ToolDefinition } from '../../classifier/definition.ts';
import { nameWords } from '../../classifier/words.ts';

/** Another way to say the same of a tool. */
export interface Rewording {
  how: string;
  reword(tool: ToolDefinition): ToolDefinition;
  /** Of a thousand labels so many may differ: a label at the border turns with any word. */
  perThousand: number;
}

type Change = (text: string) => string;

function described(change: Change): Rewording['reword'] {
  return (tool) =>
    tool.description?.trim() ? { ...tool, description: change(tool.description) } : tool;
}

/** Of descriptions, also those of parameters. */
function everywhere(change: Change): Rewording['reword'] {
  const visit = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === 'description' ? change(value) : value;
    if (Array.isArray(value)) return value.map((item) => visit(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, visit(item, name)]),
    );
  };
  return (tool) => visit(tool) as ToolDefinition;
}

function named(join: (words: string[]) => string): Rewording['reword'] {
  return (tool) => ({ ...tool, name: join(nameWords(tool.name).map(({ text }) => text)) });
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const small = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
const remark = (sentence: string, perThousand: number): Rewording => ({
  how: `adds "${sentence}"`,
  reword: described((text) => `${text.replace(/[.\s]*$/, '.')} ${sentence}`),
  perThousand,
});
/** Descriptions that begin with a plain verb. */
const leading = (lead: string, perThousand: number): Rewording => ({
  how: `begins with "${lead}"`,
  reword: described((text) =>
    /^(?:Get|List|Create|Delete|Update|Search|Fetch|Add|Remove|Set|Send) /.test(text)
      ? `${lead} ${small(text)}`
      : text,
  ),
  perThousand,
});

export const rewordings: Rewording[] = [
  {
    how: 'leaves the annotations out',
    reword: ({ annotations: _, ...tool }) => tool,
    perThousand: 0,
  },
  {
    how: 'has apostrophes and hyphens as an editor sets them',
    reword: everywhere((text) =>
      text.replace(/(\p{L})'(?=\p{L})/gu, '$1\u2019').replace(/(\w)-(?=\w)/g, '$1\u2011'),
    ),
    perThousand: 0,
  },
  {
    how: 'has spaces that do not break, and Windows line ends',
    reword: everywhere((text) => text.replace(/(\w) (?=\w)/g, '$1\u00a0').replace(/\n/g, '\r\n')),
    perThousand: 1,
  },
  {
    how: 'refuses further properties',
    reword: (tool) => ({
      ...tool,
      inputSchema: {
        $schema: 'http://json-schema.org/draft-07/schema#',
        ...tool.inputSchema,
        additionalProperties: false,
      },
    }),
    perThousand: 0,
  },
  {
    how: 'names it in lower case with underscores',
    reword: named((words) => words.join('_')),
    perThousand: 1,
  },
  {
    how: 'names it in camel case',
    reword: named((words) => words.map((word, index) => (index ? capital(word) : word)).join('')),
    perThousand: 3,
  },
  {
    how: 'puts the name of a maker before its name',
    reword: named((words) => ['zyxcorp', ...words].join('_')),
    perThousand: 2,
  },
  {
    how: 'adds a version to the name',
    reword: named((words) => [...words, 'v2'].join('_')),
    perThousand: 2,
  },
  { how: 'begins in lower case', reword: described(small), perThousand: 0 },
  {
    how: 'begins with its own name',
    reword: (tool) => described((text) => `${tool.name}: ${text}`)(tool),
    perThousand: 13,
  },
  leading('Can be used to', 1),
  leading('Tool to', 2),
  leading('Use this tool to', 10),
  leading('Allows you to', 13),
  remark('See the documentation for details.', 1),
  remark('Available since version 2.1.', 15),
  remark('Requires an API key.', 1),
  remark('Returns JSON.', 27),
  remark('Throws an error if the input is invalid.', 1),
];
