import { jsonText } from '../json.ts';
import { readJson } from '../read-json.ts';
import { appendInJson, dropInJson, removeInJson, setInJson } from './edit-json.ts';
import { type Edit, type MergeOptions, type Path, planMerge } from './plan.ts';

/** Comments, order, indentation and line ends of `existing` stay. */
export function mergeJson(
  existing: string,
  ours: string,
  options: MergeOptions,
): { text: string; replaced: Path[] } {
  if (existing.trim() === '') return { text: jsonText(JSON.parse(ours)), replaced: [] };
  const { edits, replaced } = planMerge(readJson(existing), JSON.parse(ours), options);
  return { text: edits.reduce(apply, existing), replaced };
}

function apply(text: string, edit: Edit): string {
  switch (edit.kind) {
    case 'append':
      return edit.items.reduce<string>(
        (current, item) => appendInJson(current, edit.path, item),
        text,
      );
    case 'drop':
      return edit.items.reduce<string>(
        (current, item) => dropInJson(current, edit.path, item),
        text,
      );
    case 'remove':
      return removeInJson(text, edit.path);
    default:
      return setInJson(text, edit.path, edit.value);
  }
}
