import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';

/** What a person decided about one definition; the `accept` lists count as right too. */
export interface Label {
  id: string;
  operation: Operation;
  accept: Operation[];
  risk: Risk;
  risk_accept: Risk[];
  capabilities: Capability[];
  capabilities_accept: Capability[];
  note?: string;
}

export interface Example {
  id: string;
  /**
   * `first`: the set that came first and has its figures apart; `further`: more servers, picked for breadth;
   * `held-out`: servers that neither training nor the writing of a signal has seen; `written`: no server's, only
   * to learn from; `abroad`: no server's either, in other languages than English.
   */
  set: 'first' | 'further' | 'held-out' | 'written' | 'abroad';
  server: string;
  tool: ToolDefinition;
  label: Label;
  /** Servers of one operator or one product share a group and never straddle folds. */
  group: string;
}

const benchmark = join(import.meta.dirname, '../../data/benchmark');

/**
 * All labelled definitions: every `<x>definitions.jsonl` with its `<x>labels.jsonl`, corrections applied,
 * in the order of their ids.
 */
export function readCorpus(folder = benchmark): Example[] {
  const corrections = new Map(
    readLines<Label>(folder, 'corrections.jsonl').map((label) => [label.id, label]),
  );
  const examples: Omit<Example, 'group'>[] = [];
  const files = readdirSync(folder).filter((file) => file.endsWith('definitions.jsonl'));
  for (const file of files.sort()) {
    const set = setOf(folder, file);
    const labels = new Map(
      readLines<Label>(folder, file.replace('definitions', 'labels')).map((label) => [
        label.id,
        label,
      ]),
    );
    for (const row of readLines<{ id: string; server: string; tool: ToolDefinition }>(
      folder,
      file,
    )) {
      const label = corrections.get(row.id) ?? labels.get(row.id);
      if (label !== undefined)
        examples.push({ id: row.id, set, server: row.server, tool: row.tool, label });
    }
  }
  const groups = operatorGroups(examples.map((example) => example.server));
  return examples
    .map((example) => ({ ...example, group: groups.get(example.server) ?? example.server }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The definitions that only measure: data/benchmark/held-out. */
export function readHeldOut(): Example[] {
  return readCorpus(join(benchmark, heldOutFolder));
}

/** Written definitions in other languages that only measure: data/benchmark/abroad. */
export function readAbroad(): Example[] {
  return readCorpus(join(benchmark, abroadFolder));
}

const heldOutFolder = 'held-out';
const abroadFolder = 'abroad';
const writtenFolder = join(import.meta.dirname, '../../data/written');

/** Definitions written for this project, only to learn from: data/written. */
export function readWritten(): Example[] {
  return readCorpus(writtenFolder);
}

function setOf(folder: string, file: string): Example['set'] {
  if (basename(folder) === heldOutFolder) return 'held-out';
  if (basename(folder) === abroadFolder || file.startsWith('abroad-')) return 'abroad';
  if (folder === writtenFolder) return 'written';
  return file === 'definitions.jsonl' ? 'first' : 'further';
}

function readLines<Row>(folder: string, file: string): Row[] {
  if (!readdirSync(folder).includes(file)) return [];
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** Words of package names that say nothing about operator or product. */
const generic = new Set(
  `mcp server servers tool tools api client cli js node ts npm the for and sdk app agent ai bridge local remote
   modelcontextprotocol context protocol manager management connect connector integration my pro lite plus unofficial
   official advanced simple auth autoauth oauth v1 v2 v3 dev com io hub`.split(/\s+/),
);

/** The words of a server's name that may be those of an operator, an author or a product. */
export function productWords(server: string): string[] {
  const scope = /^@([^/]+)\//.exec(server)?.[1];
  const words = server
    .replace(/^@[^/]+\//, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !generic.has(word));
  return scope === undefined ? words : [...words, scope.toLowerCase()];
}

/** Joins servers that share an npm scope, an author's name or a product's name. */
export function operatorGroups(servers: string[]): Map<string, string> {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    const up = parent.get(key);
    if (up === undefined || up === key) return key;
    const root = find(up);
    parent.set(key, root);
    return root;
  };
  const unique = [...new Set(servers)].sort();
  for (const server of unique) {
    for (const word of productWords(server)) {
      const [a, b] = [find(server), find(`word ${word}`)].sort() as [string, string];
      if (a !== b) parent.set(b, a);
    }
  }
  return new Map(unique.map((server) => [server, find(server)]));
}
