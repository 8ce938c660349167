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

function takes(...names: string[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  };
}

function chooses(...actions: string[]): JsonObject {
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
      name: 'inpaint',
      description: 'Fills a masked region of an image with generated content. The original stays.',
      inputSchema: takes('image', 'mask', 'prompt'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
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

/** Money, code, messages, secrets. */
export const grave: HardCase[] = [
  {
    tool: {
      name: 'place_limit_order',
      description: 'Places a limit order.',
      inputSchema: takes('symbol', 'side', 'price', 'quantity'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  {
    tool: {
      name: 'send_funds',
      description: 'Sends funds to an address.',
      inputSchema: takes('to', 'amount'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  {
    tool: {
      name: 'create_refund',
      description: 'Refunds a charge.',
      inputSchema: takes('charge', 'amount'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  {
    tool: {
      name: 'get_secret',
      description: 'Returns the value of a secret.',
      inputSchema: takes('name'),
    },
    operation: 'read',
    risk: 'high',
    can: ['reads-secrets'],
  },
  {
    tool: {
      name: 'send_email',
      description: 'Sends an email.',
      inputSchema: takes('to', 'subject', 'body'),
    },
    operation: 'write',
    risk: 'high',
    can: ['communicates', 'reaches-network'],
  },
  {
    tool: {
      name: 'exec_command',
      description: '在远程服务器上执行命令',
      inputSchema: takes('command'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['executes-code'],
  },
  {
    tool: { name: 'shell', description: 'Runs a shell command.', inputSchema: takes('command') },
    operation: 'destructive',
    risk: 'critical',
    can: ['executes-code'],
  },
  {
    tool: {
      name: 'run_sql',
      description: 'Runs a SQL statement against the database.',
      inputSchema: takes('sql'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['executes-code'],
  },
  {
    tool: { name: 'query', description: 'Run a read-only SQL query.', inputSchema: takes('sql') },
    operation: 'read',
    risk: 'medium',
    cannot: ['executes-code'],
  },
  {
    tool: {
      name: 'api_request',
      description: 'Calls any endpoint of the API.',
      inputSchema: {
        properties: { method: { enum: ['GET', 'POST', 'DELETE'] }, path: { type: 'string' } },
      },
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: {
      name: 'events',
      description: 'Works with events.',
      inputSchema: chooses('list', 'create', 'delete'),
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
    can: ['deletes-data'],
  },
];

/** Descriptions in the main languages, names that say nothing. */
export const languages: HardCase[] = [
  {
    tool: { name: 'tool_a', description: '删除指定的文件', inputSchema: takes('path') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: { name: 'tool_b', description: 'ファイルを削除します。', inputSchema: takes('id') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: { name: 'tool_c', description: '메시지를 삭제합니다.', inputSchema: takes('id') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: {
      name: 'tool_d',
      description: 'Elimina un documento de forma permanente.',
      inputSchema: takes('id'),
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: {
      name: 'tool_e',
      description: 'Löscht einen Datensatz aus der Datenbank.',
      inputSchema: takes('id'),
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: { name: 'tool_f', description: 'Supprime un fichier.', inputSchema: takes('id') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: { name: 'tool_g', description: 'Удаляет файл.', inputSchema: takes('id') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: { name: 'tool_h', description: 'Exclui um registro.', inputSchema: takes('id') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: { name: 'tool_i', description: '获取天气预报', inputSchema: takes('city') },
    operation: 'read',
    risk: 'low',
  },
  {
    tool: { name: 'tool_j', description: 'メールを送信します。', inputSchema: takes('to', 'body') },
    operation: 'write',
    risk: ['medium', 'high'],
  },
  {
    tool: { name: 'tool_k', description: 'Obtiene los correos del buzón del usuario.' },
    operation: 'read',
    risk: 'medium',
  },
];
