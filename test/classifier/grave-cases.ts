import { chooses, type HardCase, takes } from './hard-cases.ts';

/** Money, code, messages, secrets. */
export const grave: HardCase[] = [
  {
    tool: { name: 'place_limit_order' },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  {
    tool: { name: 'send_funds' },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  { tool: { name: 'send_email' }, operation: 'write', risk: 'high', can: ['communicates'] },
  { tool: { name: 'get_secret' }, operation: 'read', risk: 'high', can: ['reads-secrets'] },
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
