import { type Document, parseDocument } from 'yaml';
import { readYaml } from '../read-yaml.ts';
import { type Edit, type Path, planMerge } from './plan.ts';

/** Comments and order of `existing` stay; its white space is normalised. */
export function mergeYaml(existing: string, ours: string): { text: string; replaced: Path[] } {
  if (existing.trim() === '') return { text: ours, replaced: [] };
  const { edits, replaced } = planMerge(readYaml(existing), readYaml(ours));
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
    case 'remove':
      document.deleteIn(edit.path);
  }
}
