/** The name of the recording server in each client. */
export const alias = 'srv';

/** Its tools. The first has a character that models' APIs refuse; no rule of the policy is about the last. */
export const toolNames = ['list.items', 'edit_item', 'delete_item', 'pay', 'other'] as const;
