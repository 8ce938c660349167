import { type Document, isScalar, isSeq, parseDocument } from 'yaml';
import { readYaml } from '../read-yaml.ts';
import { type Edit, type MergeOptions, type Path, planMerge } from './plan.ts';

/** Comments and order of `existing` stay; its white space is normalised. */
export function mergeYaml(
  existing: string,
  ours: string,
  options: MergeOptions,
): { text: string; replaced: Path[] } {
  if (existing.trim() === '') return { text: ours, replaced: [] };
  const { edits, replaced } = planMerge(readYaml(existing), readYaml(ours), options);
  if (edits.length === 0) return { text: existing, replaced };
  const document = parseDocument(existing);
  if (document.contents === null) return { text: `${existing.trimEnd()}\n${ours}`, replaced };
  for (const edit of edits) apply(document, edit);
  return { text: document.toString({ lineWidth: 0 }), replaced };
}

function apply(document: Document.Parsed, edit: Edit): void {
  switch (edit.kind) {
    case 'set':
      document.setIn(edit.path, document.createNode(edit.value));
      return;
    case 'append':
      for (const item of edit.items) document.addIn(edit.path, document.createNode(item));
      return;
    case 'drop':
      for (const item of edit.items) dropItem(document, edit.path, item);
      return;
    case 'remove':
      document.deleteIn(edit.path);
  }
}

function dropItem(document: Document.Parsed, path: Path, item: unknown): void {
  const list = document.getIn(path);
  if (!isSeq(list)) return;
  const index = list.items.findIndex((one) => isScalar(one) && one.value === item);
  if (index >= 0) document.deleteIn([...path, index]);
}
