import { isRead, onlyWrites } from '../acts.ts';
import type { Evidence } from '../classification.ts';
import { actsOf, quoteParameter } from '../evidence.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

const destroys = /^(?:truncate|overwrite|purge|wipe|drop|prune|delete|erase)$/;

/** Reads that write a file on the way. */
const saves =
  /^(?:download|downloads|export|exports|save|dump|clone|extract|extracts|unzip|unpack|decompress)$/;
const modes = /mode|strategy|if_?exists|on_?(?:conflict|existing)|behaviou?r/i;
const replaces = /^(?:replace|overwrite|truncate)(?:_?(?:all|existing|content))?$/i;

const replacesAll = /^replace_?(?:existing|data|entire)$/i;

/** How far a deletion goes; on another act it goes through folders or on to subtasks. */
const reaches = /^(?:recursive|cascade)$/i;

function deletes(reading: Reading): boolean {
  return actsOf(reading, 'delete', 'clear', 'overwrite', 'manage').length > 0;
}

const destroysSaid =
  /^(?:if (?:true|set|enabled),? |whether to |also )?(?:also )?(?:delet|remov|purg|wip|eras|prun)(?:e|es|ing) (?:the|all|any|stopped|old|each|them|it|every|existing)\b(?!.*\b(?:results?|output|page|text|response|answer|input)\b)/i;
const afterwards = /\b(?:after|afterwards|first|beforehand)\b/i;
/** `remove_tags` and `truncate` are of a text as often as not. */
const surely = /^(?:delete|purge|wipe|prune|erase)$/;

/** `list_containers` with `prune`: "Remove stopped containers first". A look says itself what its switch deletes. */
function saidToDestroy(reading: Reading): Evidence[] {
  return reading.parameters
    .filter(
      ({ parameter }) =>
        parameter.depth === 0 &&
        parameter.type === 'boolean' &&
        (surely.test(parameter.words[0]?.text ?? '') ||
          afterwards.test(parameter.text?.clean ?? '')) &&
        destroysSaid.test(parameter.text?.clean ?? ''),
    )
    .map((parameter) => quoteParameter('destroying-option', parameter));
}

export const destroyingOption: Signal = {
  id: 'destroying-option',
  title: 'Can be told to delete or overwrite on the way',
  why: 'An option such as prune, overwrite or cascade counts like any other parameter.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', capability: 'deletes-data' },
  find: (text) => {
    const { reading } = text;
    if (onlyWrites(reading)) return [];
    if (isRead(reading) && !saves.test(reading.main?.word ?? '')) return saidToDestroy(reading);
    return reading.parameters
      .filter(
        ({ parameter, kinds }) =>
          parameter.depth === 0 &&
          (parameter.type === 'boolean'
            ? kinds.includes('destroy') ||
              destroys.test(parameter.words[0]?.text ?? '') ||
              replacesAll.test(parameter.name.clean)
            : modes.test(parameter.name.clean) &&
              parameter.values.some((value) => replaces.test(value.clean))) &&
          (!reaches.test(parameter.name.clean) || deletes(reading)),
      )
      .map((parameter) => quoteParameter('destroying-option', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'import_diagram',
          inputSchema: { properties: { insert_mode: { enum: ['add', 'replace'] } } },
        },
        quote: 'insert_mode',
      },
      {
        tool: {
          name: 'get_users',
          inputSchema: {
            properties: {
              delete_after: { type: 'boolean', description: 'Delete the users after reading' },
            },
          },
        },
        quote: 'delete_after',
      },
      {
        tool: {
          name: 'copy_table',
          inputSchema: { properties: { truncateTarget: { type: 'boolean' } } },
        },
        quote: 'truncateTarget',
      },
      {
        tool: {
          name: 'sync_application',
          inputSchema: { properties: { prune: { type: 'boolean' } } },
        },
        quote: 'prune',
      },
    ],
    silent: [
      {
        name: 'get_page',
        inputSchema: {
          properties: { remove_tags: { type: 'boolean', description: 'Remove all tags' } },
        },
      },
      { name: 'upload_folder', inputSchema: { properties: { recursive: { type: 'boolean' } } } },
      { name: 'list_files', inputSchema: { properties: { recursive: { type: 'boolean' } } } },
    ],
  },
};
