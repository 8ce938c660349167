import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../classifier/classify.ts';
import { readText } from '../../classifier/text.ts';

function verbOf(name: string): string | undefined {
  return readText({ name, inputSchema: {} }).reading.main?.verb;
}

const things =
  'chat post comment commit trade log mail email message record schedule build backup charge transfer refund vote request order issue invoice';

test('a thing is looked at where its name closes with a look, though it may be a verb', () => {
  for (const thing of things.split(' '))
    for (const look of ['list', 'search', 'history', 'status', 'details']) {
      const name = `${thing}_${look}`;
      if (name === 'post_status') continue;
      assert.equal(classify({ name, inputSchema: {} }).operation, 'read', name);
    }
});

test('a verb that a look follows is what is done', () => {
  for (const [name, verb] of [
    ['send_message_list', 'send'],
    ['share_list', 'access'],
    ['archive_list', 'archive'],
    ['reset_stats', 'clear'],
    ['message_send', 'send'],
    ['post_comment', 'send'],
    ['order_cancel', 'control'],
    ['compute_instances_stop', 'control'],
    ['PullRequests_Merge', 'update'],
    ['pull_requests_list', 'list'],
    ['mongo_drop', 'delete'],
  ] as const)
    assert.equal(verbOf(name), verb, name);
});

test('a name that asks is an answer', () => {
  for (const name of [
    'is_locked',
    'browser_is_checked',
    'hasPermission',
    'can_delete',
    'areLinked',
  ])
    assert.equal(classify({ name, inputSchema: {} }).operation, 'read', name);
});

test('news is told and no new thing is made', () => {
  const { reading } = readText({ name: 'x', description: 'News articles.', inputSchema: {} });
  assert.deepEqual(reading.clauseActs, []);
});

test('to execute in what runs is to run anything there', () => {
  for (const name of ['k8s_pods_exec', 'ssh_exec', 'docker_exec', 'exec_in_container', 'adbExec'])
    assert.equal(classify({ name, inputSchema: {} }).risk, 'critical', name);
});

test('a noun of two words or with an owner is no verb', () => {
  for (const [name, description] of [
    ['start_date', 'Start date of a semester.'],
    ['stop_times', 'Stop times at a station.'],
    ['share_price', 'Share price of a company.'],
    ['launches', 'Launches of rockets.'],
    ['restart_policy', 'Restart policy of a container.'],
    ['emails', 'Emails of a mailbox.'],
    ['order', 'Order by its number.'],
  ] as const) {
    const { reading } = readText({ name, description, inputSchema: {} });
    assert.deepEqual([reading.nameAct?.verb, reading.clauseActs], [undefined, []], name);
  }
});

test('a name is read as its description says where it may be either', () => {
  const { reading } = readText({
    name: 'message_list',
    description: 'Sends a message to a list of users.',
    inputSchema: {},
  });
  assert.equal(reading.main?.verb, 'send');
});
