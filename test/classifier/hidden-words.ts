import { type HardCase, takes } from './hard-cases.ts';

/** A grave act that a lighter word before or beside it must not hide. */
export const notHidden: HardCase[] = [
  {
    tool: {
      name: 'inpaint_prompt',
      description: 'Inpaints a picture. Overwrites the input image file in place with the result.',
      inputSchema: takes('path', 'prompt'),
    },
    operation: 'destructive',
    risk: ['medium', 'high', 'critical'],
  },
  {
    tool: { name: 'start_delete_job', description: 'Starts the deletion of old rows.' },
    operation: 'destructive',
    risk: ['high', 'critical'],
    can: ['deletes-data'],
  },
  {
    tool: {
      name: 'drop_stream',
      description: 'Drops a stream of the database with everything in it.',
      inputSchema: takes('database', 'stream'),
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
    can: ['deletes-data'],
  },
  {
    tool: {
      name: 'update_order',
      description:
        'Changes an order that has not been paid. The card is charged for the difference.',
      inputSchema: takes('order_id', 'items'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  {
    tool: {
      name: 'cancel_event',
      description: 'Cancels an event that is not over. Attendees are notified.',
      inputSchema: takes('event_id'),
    },
    operation: 'write',
    risk: 'high',
    can: ['communicates'],
  },
  {
    tool: {
      name: 'merge_leads',
      description:
        'Merges two leads. Tasks of the source lead move to the destination, then the source lead is deleted.',
      inputSchema: takes('source', 'destination'),
    },
    operation: 'destructive',
    risk: ['medium', 'high', 'critical'],
    can: ['deletes-data'],
  },
  {
    tool: {
      name: 'sync',
      description: 'Makes destination equal to source. Files missing in source get deleted.',
      inputSchema: takes('source', 'destination'),
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
    can: ['deletes-data'],
  },
  {
    tool: {
      name: 'solicitar_copia',
      description: 'Solicita una copia certificada. El importe se carga en la tarjeta registrada.',
      inputSchema: takes('acta'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  {
    tool: {
      name: 'export_table',
      description: '把表导出到文件。若文件已存在，将被直接覆盖。',
      inputSchema: takes('name'),
    },
    operation: 'destructive',
    risk: ['medium', 'high', 'critical'],
  },
  {
    tool: {
      name: 'renew_plan',
      description: 'Renews a plan. Without further confirmation the card is charged immediately.',
      inputSchema: takes('plan'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  {
    tool: {
      name: 'put_doc',
      description: 'Without confirmation the existing document is completely replaced.',
      inputSchema: takes('path', 'content'),
    },
    operation: 'destructive',
    risk: ['medium', 'high', 'critical'],
  },
  {
    tool: {
      name: 'save_report',
      description: 'If no version is given the existing file is overwritten.',
      inputSchema: takes('path', 'version'),
    },
    operation: 'destructive',
    risk: ['medium', 'high', 'critical'],
  },
  {
    tool: {
      name: 'gql',
      description: 'Sends with no limits arbitrary GraphQL queries or mutations.',
      inputSchema: takes('query'),
    },
    operation: 'destructive',
    risk: 'critical',
  },
  {
    tool: { name: 'bulk_deletes', inputSchema: takes('ids') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: { name: 'db_executing', inputSchema: takes('sql') },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: {
      name: 'format_volume',
      description: 'Formats a volume with NTFS.',
      inputSchema: takes('volume'),
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: { name: 'format_sd_card', description: 'Formats the SD card.' },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: {
      name: 'timeseries_drop_stream',
      description: 'Drops a stream and all its points.',
      inputSchema: takes('stream'),
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: {
      name: 'validate_report',
      description: 'Validates data and saves a report.',
      inputSchema: takes('data', 'output_file'),
    },
    operation: 'write',
    risk: ['low', 'medium'],
  },
  {
    tool: {
      name: 'delete_suggestions',
      description: 'Suggestions that the user no longer wants.',
      inputSchema: takes('ids'),
    },
    operation: 'destructive',
    risk: ['high', 'critical'],
  },
  {
    tool: {
      name: 'restore_page',
      description: 'Restores a page to an earlier version.',
      inputSchema: takes('page_id', 'version'),
    },
    operation: 'destructive',
    risk: ['medium', 'high', 'critical'],
  },
  {
    tool: {
      name: 'payout',
      description: 'Issues a payout to the seller.',
      inputSchema: takes('seller', 'amount'),
    },
    operation: 'destructive',
    risk: 'critical',
    can: ['moves-money'],
  },
  {
    tool: {
      name: 'cancel_and_delete_job',
      description: 'Cancels a job and deletes it.',
      inputSchema: takes('job'),
    },
    operation: 'destructive',
    risk: ['medium', 'high', 'critical'],
  },
];
