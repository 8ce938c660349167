import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saferTools } from '../../../site/data/safer-tools.ts';
import type { NamedTool, ServerView } from '../../../site/data/server-view.ts';

function named(name: string, operation: string, risk: string): NamedTool {
  return {
    name,
    history: [],
    now: { classification: { operation, risk } },
  } as unknown as NamedTool;
}

/** What is offered instead of the first, where the others are milder by their labels. */
function instead(name: string, ...others: string[]): string[] {
  const tool = named(name, 'destructive', 'high');
  const current = [tool, ...others.map((other) => named(other, 'write', 'medium'))];
  return saferTools({ current } as ServerView, tool).map((other) => other.name);
}

for (const [name, other] of [
  ['delete_message', 'trash_message'],
  ['linear_deleteInitiative', 'linear_archiveInitiative'],
  ['delete-users', 'disable_user'],
  ['execute_query', 'query'],
  ['run_sql', 'explain_sql'],
  ['postgres_execute_query', 'postgres_execute_query_read_only'],
  ['write_file', 'append_to_file'],
  ['send_email', 'draft_email'],
  ['send_message', 'create_draft'],
  ['git_force_push', 'git_push'],
  ['transfer_tokens', 'quote_tokens'],
  ['apply', 'dry_run_apply'],
] as const) {
  test(`${other} can stand in for ${name}`, () => {
    assert.deepEqual(instead(name, other, 'unrelated_thing'), [other]);
  });
}

for (const [name, other] of [
  ['firecrawl_search', 'firecrawl_search_feedback'],
  ['delete_application', 'update_application'],
  ['delete_application', 'archive_project'],
  ['navigate_page', 'close_page'],
  ['place-market-order', 'set-market-type'],
  ['send-batch-emails', 'cancel-email'],
  ['write_query', 'read_query'],
] as const) {
  test(`${other} is no safer ${name}`, () => {
    assert.deepEqual(instead(name, other), []);
  });
}

test('a tool with as grave a label is not safer, and a tool that reads needs no other', () => {
  const grave = [
    named('delete_card', 'destructive', 'high'),
    named('archive_card', 'destructive', 'high'),
  ];
  assert.deepEqual(saferTools({ current: grave } as ServerView, grave[0] as NamedTool), []);
  const reading = [named('query', 'read', 'high'), named('query_preview', 'read', 'low')];
  assert.deepEqual(saferTools({ current: reading } as ServerView, reading[0] as NamedTool), []);
});
