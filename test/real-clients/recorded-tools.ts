/** The name of the recording server in each client. */
export const alias = 'srv';

/** Its tools. No rule of the policy is about the last. */
export const toolNames = ['list_items', 'edit_item', 'delete_item', 'pay', 'other'] as const;
