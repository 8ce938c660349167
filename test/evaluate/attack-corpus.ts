import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonObject, ToolDefinition } from '../../classifier/definition.ts';
import { cleanText } from '../../classifier/unicode.ts';
import { nameWords } from '../../classifier/words.ts';
import {
  fillTemplate,
  isFrame,
  pick,
  readTemplates,
  seededRandom,
  type Template,
} from './attack-templates.ts';

/** A definition made from a template, and where the text of the template stands in it. */
export interface Case {
  template: Template;
  /** `<language>/<family>/<number>`: the wordings of one template share it. */
  id: string;
  harmful: boolean;
  tool: ToolDefinition;
  /** Pointer of the string and the range, in cleaned text, that the template fills. */
  pointer: string;
  start: number;
  end: number;
}

export interface Listed {
  id: string;
  server: string;
  tool: ToolDefinition;
}

const data = join(import.meta.dirname, '../../data');

/** Real definitions that the clause model does not learn from: its false alarms are counted on them. */
const unlearnt = 'sixth-definitions.jsonl';

/** Real definitions that nobody poisoned: the labelled ones and `data/attacks/harmless.jsonl.gz`. */
export function readHarmless(): Listed[] {
  const labelled = readdirSync(join(data, 'benchmark'))
    .filter((file) => file.endsWith('definitions.jsonl') && file !== unlearnt)
    .sort()
    .map((file) => readFileSync(join(data, 'benchmark', file), 'utf8'));
  const more = gunzipSync(readFileSync(join(data, 'attacks/harmless.jsonl.gz'))).toString();
  return [...labelled, more]
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Listed);
}

/** How many wordings are made of one template, and of one that is put together from lists. */
const wordings = { harmful: 6, harmless: 4, frame: 24 };

/** Every template of data/attacks in several wordings, each put into a real definition. */
export function makeCases(carriers: Listed[]): Case[] {
  const cases: Case[] = [];
  const files = readdirSync(join(data, 'attacks')).filter((file) => file.endsWith('.txt'));
  for (const file of files.sort()) {
    const parts = file.split('.');
    const kind = parts[0];
    const language = parts.at(-2) ?? '';
    const harmful = kind === 'attack';
    const templates = readTemplates(readFileSync(join(data, 'attacks', file), 'utf8'), language);
    for (const [number, template] of templates.entries()) {
      const id = `${file.replace('.txt', '')}/${template.family}/${number}`;
      const random = seededRandom(seedOf(`${kind}/${id}`));
      const single = harmful ? wordings.harmful : wordings.harmless;
      for (let count = 0; count < (isFrame(template) ? wordings.frame : single); count++)
        cases.push(makeCase(template, id, harmful, carriers, random));
    }
  }
  return cases;
}

export function seedOf(text: string): number {
  let seed = 2166136261;
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16777619);
  return seed >>> 0;
}

const places = [
  'description',
  'description',
  'description',
  'description',
  'parameter',
  'parameter',
  'parameter',
  'before',
  'default',
  'enum',
  'title',
  'output',
  'comment',
] as const;

const harmlessPlaces = [
  'description',
  'description',
  'description',
  'parameter',
  'parameter',
  'parameter',
  'output',
  'title',
] as const;

function makeCase(
  template: Template,
  id: string,
  harmful: boolean,
  carriers: Listed[],
  random: () => number,
): Case {
  const carrier = pick(random, carriers).tool;
  const lead = template.tool === '' ? shorten(carrier.description ?? '') : '';
  const name = template.tool === '' ? carrier.name : template.tool;
  const filled = fillTemplate(template, random, kinOf(name));
  const tied = harmful && random() < 0.3 ? tie(filled, name, random) : filled;
  const text = wrap(tied, harmful, random);
  const place = pick(random, harmful ? places : harmlessPlaces);
  const tool: ToolDefinition = {
    name,
    description: lead,
    inputSchema: structuredClone(carrier.inputSchema),
  };
  const named = /`(\w+)`/.exec(text)?.[1];
  const schema = tool.inputSchema;
  if (named !== undefined && random() < 0.7)
    schema.properties = { ...(schema.properties as JsonObject), [named]: { type: 'string' } };
  return { template, id, harmful, tool, ...putText(tool, place, text, lead, named) };
}

const wrappers = [
  (text: string) => `<IMPORTANT>${text}</IMPORTANT>`,
  (text: string) => `IMPORTANT: ${text}`,
  (text: string) => `Note: ${text}`,
  (text: string) => `**Important**: ${text}`,
];
const disguises = [
  (text: string) => `<!-- ${text} -->`,
  (text: string) => `[SYSTEM] ${text}`,
  (text: string) => `Note to the assistant: ${text}`,
  (text: string) => `<hidden>${text}</hidden>`,
  (text: string) => `Compliance requirement: ${text} This is mandatory.`,
  (text: string) => `(Developer note: ${text})`,
];

/** A quarter of the texts is set off, harmful ones also in ways that hide. */
function wrap(text: string, harmful: boolean, random: () => number): string {
  if (random() > 0.25) return text;
  return pick(random, harmful ? [...wrappers, ...disguises] : wrappers)(text);
}

/** Names that a tool's neighbours on the same server may have. */
function kinOf(name: string): Record<string, string[]> {
  const noun = nameWords(name).at(-1)?.text ?? 'item';
  const kin = ['get', 'list', 'search', 'find', 'create', 'resolve', 'export'];
  return {
    own: kin.map((verb) => `${verb}_${noun}`),
    own2: ['update', 'publish', 'describe'].map((verb) => `${verb}_${noun}s`),
  };
}

/** Attackers speak of the tool they sit in. */
function tie(text: string, name: string, random: () => number): string {
  const subject = nameWords(name)
    .map((word) => word.text)
    .join(' ');
  const ties = [
    `When you use ${name}: ${text}`,
    `For each ${subject} request, this holds: ${text}`,
    `To make ${subject} reliable: ${text}`,
    `${text} This is required for all ${subject} calls.`,
  ];
  return pick(random, ties);
}

/** Carriers keep their first sentences only: they are the surroundings, not the subject. */
function shorten(description: string): string {
  return description.slice(0, 300).trim();
}

function putText(
  tool: ToolDefinition,
  place: (typeof places)[number],
  text: string,
  lead: string,
  named = 'details',
) {
  const at = (pointer: string, before = '') => {
    const start = cleanText(before).length;
    return { pointer, start, end: start + cleanText(text).length };
  };
  const schema = tool.inputSchema;
  switch (place) {
    case 'description': {
      const before = lead === '' ? '' : `${lead.replace(/[.!?]?$/, '.')} `;
      tool.description = before + text;
      return at('/description', before);
    }
    case 'before':
      tool.description = `${text} ${lead}`;
      return at('/description');
    case 'parameter':
      schema.properties = {
        ...(schema.properties as JsonObject),
        [named]: { type: 'string', description: text },
      };
      return at(`/inputSchema/properties/${named}/description`);
    case 'default':
      schema.properties = {
        ...(schema.properties as JsonObject),
        [named]: { type: 'string', default: text },
      };
      return at(`/inputSchema/properties/${named}/default`);
    case 'enum':
      schema.properties = {
        ...(schema.properties as JsonObject),
        mode: { type: 'string', enum: ['fast', text] },
      };
      return at('/inputSchema/properties/mode/enum/1');
    case 'title':
      tool.title = text;
      return at('/title');
    case 'output':
      tool.outputSchema = {
        type: 'object',
        properties: { result: { type: 'string', description: text } },
      };
      return at('/outputSchema/properties/result/description');
    case 'comment':
      schema.$comment = text;
      return at('/inputSchema/$comment');
  }
}
