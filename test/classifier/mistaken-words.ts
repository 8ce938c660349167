import { type HardCase, takes } from './hard-cases.ts';

const reads = { operation: 'read', risk: ['low', 'medium'] } satisfies Partial<HardCase>;
const writes = { operation: 'write', risk: ['low', 'medium'] } satisfies Partial<HardCase>;

/** A grave word that the sentence denies, or says of another time, person or thing. */
export const onlySpokenOf: HardCase[] = [
  {
    tool: {
      name: 'create_form',
      description: 'Creates a form that collects an amount from the user.',
    },
    ...writes,
    cannot: ['moves-money'],
  },
  {
    tool: { name: 'set_rule', description: 'Sets a rule which bills the client reviews later.' },
    ...writes,
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'update_plan',
      description: 'Updates a plan. The fee that is charged is unchanged.',
    },
    ...writes,
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'create_segment',
      description: 'Creates a segment of users whose account balance will be charged next month.',
    },
    ...writes,
    cannot: ['moves-money'],
  },
  {
    tool: { name: 'create_note', description: 'Creates a note. This requires no payment.' },
    ...writes,
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'add_expense',
      description: 'Records who pays for dinner in a shared expense group.',
      inputSchema: takes('group', 'payer'),
    },
    ...writes,
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'reply_email_suggestions',
      description: 'Suggests replies to an email. Nothing is sent.',
      inputSchema: takes('email'),
    },
    operation: 'read',
    risk: ['low', 'medium'],
    cannot: ['communicates'],
  },
  {
    tool: {
      name: 'restart_counter',
      description: 'Sets a counter to zero; does not run any commands.',
      inputSchema: takes('counter'),
    },
    ...writes,
    cannot: ['executes-code'],
  },
  {
    tool: {
      name: 'set_gain',
      description: 'Sets the gain. Does not restart the device, no restart needed.',
      inputSchema: takes('gain'),
    },
    operation: 'write',
    risk: ['low', 'medium', 'high'],
  },
  {
    tool: {
      name: 'set_title',
      description:
        'Sets the title of an article. No customer is notified, it does not notify users.',
      inputSchema: takes('article_id', 'title'),
    },
    ...writes,
    cannot: ['communicates'],
  },
  {
    tool: {
      name: 'save_note',
      description: 'Saves a note. It does not become publicly accessible, nothing goes public.',
      inputSchema: takes('text'),
    },
    ...writes,
    cannot: ['communicates'],
  },
  {
    tool: {
      name: 'list_items',
      description: 'Returns a list of items with a token for the next page.',
      inputSchema: takes('page_token'),
    },
    ...reads,
    cannot: ['reads-secrets'],
  },
  {
    tool: {
      name: 'list_models',
      description: 'Lists the models with tokens per minute, and includes tokens used this month.',
    },
    ...reads,
    cannot: ['reads-secrets'],
  },
  {
    tool: {
      name: 'create_reservation',
      description: '创建预约，不会自动扣款。',
      inputSchema: takes('time'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'regel_anlegen',
      description: 'Legt eine Regel an, die den Betrag markiert, wenn er vom Konto abgebucht wird.',
      inputSchema: takes('name'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'last_eintragen',
      description: 'Trägt ein, wie stark ein Server belastet ist.',
      inputSchema: takes('server', 'last'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'crear_aviso',
      description: 'Crea un aviso que se envía cuando se cobra la tarjeta del cliente.',
      inputSchema: takes('nombre'),
    },
    operation: 'write',
    risk: ['low', 'medium', 'high'],
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'crear_nota',
      description: 'Crea una nota. Los datos anteriores nunca se borran.',
      inputSchema: takes('texto'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
  },
  {
    tool: {
      name: '予約作成',
      description: '予約を作成します。課金されることはありません。',
      inputSchema: takes('日時'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
    cannot: ['moves-money'],
  },
];

/** A word that is a grave verb elsewhere: of another language, of another thing, or a noun. */
export const otherSenses: HardCase[] = [
  {
    tool: { name: 'lost_items', description: 'Lost items of the office.' },
    ...reads,
  },
  {
    tool: {
      name: 'paye_calculator',
      description: 'Calculates PAYE income tax for a UK salary.',
      inputSchema: takes('salary'),
    },
    operation: 'read',
    risk: 'low',
    cannot: ['moves-money'],
  },
  { tool: { name: 'vide_info', description: 'Information on Vide.' }, ...reads },
  {
    tool: { name: 'lance_table_info', description: 'Information on a Lance table.' },
    ...reads,
  },
  { tool: { name: 'sube_card_balance', description: 'Balance of a SUBE transit card.' }, ...reads },
  {
    tool: {
      name: 'payer_details',
      description: 'Details of an insurance payer.',
      inputSchema: takes('payer_id'),
    },
    ...reads,
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'format_card',
      description: 'Formats a business card as vCard and returns it.',
      inputSchema: takes('name', 'phone'),
    },
    ...reads,
    cannot: ['deletes-data'],
  },
  {
    tool: {
      name: 'collect_fee_data',
      description: 'Gathers gas fee data from several chains and returns it.',
    },
    ...reads,
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'collect_rewards_info',
      description: 'Gathers information on reward programmes.',
    },
    ...reads,
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'unlink',
      description: 'Deletes one link between two issues.',
      inputSchema: takes('issue', 'other'),
    },
    operation: 'write',
    risk: 'medium',
  },
  {
    tool: {
      name: 'log_meal',
      description: 'Logs a meal in the food diary.',
      inputSchema: takes('meal'),
    },
    ...writes,
  },
  {
    tool: {
      name: 'send_contract',
      description: 'Sends a contract for signature by e-mail.',
      inputSchema: takes('to', 'value'),
    },
    operation: 'write',
    risk: 'high',
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'expiring_soon',
      description: 'Contracts expiring in the next 90 days',
      inputSchema: takes('days'),
    },
    ...reads,
    cannot: ['deletes-data'],
  },
  {
    tool: {
      name: 'list_purchase_orders',
      description: 'Purchase orders with supplier, items and approvals.',
      inputSchema: takes('status'),
    },
    ...reads,
    cannot: ['moves-money'],
  },
  {
    tool: {
      name: 'employee_pay_stub',
      description: 'PDF pay stub',
      inputSchema: takes('employee'),
    },
    ...reads,
    cannot: ['moves-money'],
  },
  {
    tool: { name: 'undo', description: 'Undoes the last step in the drawing.' },
    ...writes,
    cannot: ['deletes-data'],
  },
  { tool: { name: '退款查询' }, ...reads, cannot: ['moves-money'] },
  { tool: { name: '解散群聊信息查询' }, ...reads, cannot: ['deletes-data'] },
  { tool: { name: '获取删除记录' }, ...reads, cannot: ['deletes-data'] },
];
