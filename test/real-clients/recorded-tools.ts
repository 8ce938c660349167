/** The name of the recording server in each client. */
export const alias = 'srv';

/**
 * Its tools, with what they say of themselves. The first has a character that models' APIs refuse; no rule of the
 * policy is about the last.
 */
export const recordedTools = [
  { name: 'list.items', annotations: { readOnlyHint: true } },
  { name: 'edit_item', annotations: { destructiveHint: false, openWorldHint: false } },
  { name: 'delete_item', annotations: { readOnlyHint: true, destructiveHint: true } },
  { name: 'pay' },
  { name: 'other', annotations: { destructiveHint: false } },
];

export const toolNames = recordedTools.map(({ name }) => name);
