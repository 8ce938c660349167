import type { JsonObject } from '../../classifier/definition.ts';
import type { ExampleTool } from '../../classifier/signal.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';

/** A tool whose label is easily got wrong, with what must come out. */
export interface HardCase {
  tool: ExampleTool;
  operation: Operation;
  risk: Risk | Risk[];
  can?: Capability[];
  cannot?: Capability[];
}

export function takes(...names: string[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  };
}

export function chooses(...actions: string[]): JsonObject {
  return {
    type: 'object',
    properties: { action: { type: 'string', enum: actions }, id: { type: 'string' } },
  };
}

/** Names that mislead a verb list. */
export const misleadingNames: HardCase[] = [
  {
    tool: {
      name: 'remove_background',
      description: 'Removes the background of an image and saves the result as a new image.',
      inputSchema: takes('image_url'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
    cannot: ['deletes-data'],
  },
  {
    tool: {
      name: 'tool_risk_score',
      description: 'Scores a tool by how irreversible and destructive its actions are.',
      inputSchema: takes('tool_name'),
    },
    operation: 'read',
    risk: 'low',
  },
  {
    tool: {
      name: 'portal',
      description: 'Log in to the payment portal.',
      inputSchema: takes('user'),
    },
    operation: 'write',
    risk: ['medium', 'high'],
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'list_charges',
      description: 'Lists the charges of the account.',
      inputSchema: takes('limit'),
    },
    operation: 'read',
    risk: 'medium',
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'manage_notification_subscription',
      description: 'Creates or updates a notification subscription.',
      inputSchema: chooses('create', 'update'),
    },
    operation: 'write',
    risk: ['medium', 'high'],
  },
  {
    tool: {
      name: 'manage_notification_subscription',
      description: 'Manage a notification subscription: ignore, watch, or delete it.',
      inputSchema: chooses('ignore', 'watch', 'delete'),
    },
    operation: 'write',
    risk: ['medium', 'high'],
    cannot: ['deletes-data'],
  },
  {
    tool: {
      name: 'tool_risk_score',
      description: 'Returns a risk score; an irreversible score means the call cannot be undone.',
      inputSchema: takes('tool_name'),
    },
    operation: 'read',
    risk: 'low',
  },
  {
    tool: {
      name: 'inpaint',
      description: 'Fills a masked region of an image with generated content. The original stays.',
      inputSchema: takes('image', 'mask', 'prompt'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
    cannot: ['deletes-data'],
  },
  {
    tool: {
      name: 'billing_check',
      description: 'A read-only billing check: returns the current plan and usage of the account.',
    },
    operation: 'read',
    risk: ['low', 'medium'],
  },
  {
    tool: {
      name: 'list_deleted_files',
      description: 'Returns deleted items of the drive.',
      inputSchema: takes('limit'),
    },
    operation: 'read',
    risk: 'medium',
  },
  {
    tool: {
      name: 'preview_delete_user',
      description: 'Shows what deleting the user would remove. Does not delete anything.',
      inputSchema: takes('user_id'),
    },
    operation: 'read',
    risk: ['low', 'medium'],
  },
  {
    tool: {
      name: 'get_or_create_label',
      description: 'Gets a label by name or creates it.',
      inputSchema: takes('name'),
    },
    operation: 'write',
    risk: 'medium',
  },
];

/** Names in every style. */
export const nameStyles: HardCase[] = [
  { tool: { name: 'r2_bucket_delete' }, operation: 'destructive', risk: 'critical' },
  { tool: { name: 'tf_apply' }, operation: 'write', risk: ['high', 'critical'] },
  {
    tool: {
      name: 'r2_bucket_delete',
      description: 'Delete an R2 bucket',
      inputSchema: takes('bucket'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['deletes-data'],
  },
  {
    tool: {
      name: 'tf_apply',
      description: 'Applies a Terraform plan to the infrastructure.',
      inputSchema: takes('workspace'),
    },
    operation: 'write',
    risk: ['high', 'critical'],
    can: ['controls-systems'],
  },
  {
    tool: { name: 'deleteRepo', description: 'Deletes a repository.', inputSchema: takes('repo') },
    operation: 'destructive',
    risk: 'critical',
  },
  {
    tool: { name: 'repo.delete', inputSchema: takes('repo') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: {
      name: 'v1BulkRemove',
      description: 'Removes many records at once.',
      inputSchema: { properties: { ids: { type: 'array' } } },
    },
    operation: 'destructive',
    risk: 'critical',
  },
];
