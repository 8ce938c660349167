import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutputFile } from '../../../policy/client.ts';
import { cursorIde } from '../../../policy/clients/cursor-ide.ts';
import { clients } from '../../../policy/clients/index.ts';
import { policyOf, rule } from '../example.ts';

const hostile = [
  '*',
  'get_*',
  '__proto__',
  'constructor',
  '../../x',
  'a"b',
  "a'b",
  'a\\b',
  'a\nb = true',
  '"] deny = [',
  'a: [b]',
  '{{x}}',
  '$(id)',
  '\u202e\u200bx',
  'ü🙂',
  'x'.repeat(300),
];

/** What the client itself reads: not the script and its policy. */
function isSettings({ path }: OutputFile): boolean {
  return !path.includes('/hooks/');
}

test('every client has its own id, a documented source and a date', () => {
  assert.equal(new Set(clients.map(({ id }) => id)).size, clients.length);
  for (const client of clients) {
    assert.match(client.id, /^[a-z0-9-]+$/);
    assert.ok(URL.canParse(client.docs), client.id);
    assert.match(client.checkedOn, /^\d{4}-\d\d-\d\d$/);
  }
});

for (const client of clients) {
  const { today } = client;
  if (!today) continue;

  test(`${client.id}: what is written is read back as it was meant, or a loss says why not`, () => {
    const policy = policyOf([
      rule('list_things'),
      rule('edit_thing', { decision: 'ask' }),
      rule('delete_thing', { decision: 'deny' }),
      rule('poisoned', { decision: 'hide' }),
    ]);
    const { files, losses } = client.writePolicy(policy, 'srv');
    const texts = files.filter(isSettings).map((file) => file.contents);
    for (const { tool, decision } of policy.rules) {
      const found = today(texts, 'srv', { name: tool, inputSchema: {} });
      const wanted = decision === 'hide' ? 'deny' : decision;
      if (losses.some((loss) => loss.tool === tool)) continue;
      assert.equal(found.decision === 'hide' ? 'deny' : found.decision, wanted, tool);
    }
  });

  test(`${client.id}: a hostile name allows nothing but itself`, () => {
    for (const name of hostile) {
      const { files } = client.writePolicy(policyOf([rule(name)]), 'srv');
      const texts = files.filter(isSettings).map((file) => file.contents);
      for (const tool of ['delete_everything', 'get_secret', 'b', 'x']) {
        const found = today(texts, 'srv', { name: tool, inputSchema: {} });
        assert.notEqual(found.decision, 'allow', `${JSON.stringify(name)} allows ${tool}`);
      }
    }
  });

  test(`${client.id}: a hostile server name breaks no file and opens no other server`, () => {
    for (const alias of hostile) {
      const { files } = client.writePolicy(policyOf([rule('a')]), alias);
      const texts = files.filter(isSettings).map((file) => file.contents);
      const other = { name: 'a', inputSchema: {} };
      const before: string = today([], 'other', other).decision;
      assert.equal(today(texts, 'other', other).decision, before, JSON.stringify(alias));
      for (const { path } of files) assert.doesNotMatch(path, /\.\.|[\s"'$*]/, path);
    }
  });
}

for (const client of clients.filter(({ kind }) => kind === 'client')) {
  test(`${client.id}: rules alone decide about no other tool, and replace no file`, () => {
    const policy = policyOf([rule('list_things'), rule('drop_thing', { decision: 'deny' })]);
    const { files } = client.writePolicy({ ...policy, default: 'deny' }, 'srv', {
      rulesOnly: true,
    });
    assert.deepEqual(
      files.filter(({ ownership }) => ownership === 'owned'),
      [],
    );
    const { today } = client;
    if (!today) return;
    const other = { name: 'other_thing', inputSchema: {} };
    const texts = files.map((file) => file.contents);
    assert.equal(today(texts, 'srv', other).decision, today([], 'srv', other).decision);
    assert.notEqual(today(texts, 'srv', { ...other, name: 'drop_thing' }).decision, 'allow');
  });
}

for (const client of clients.filter(({ kind }) => kind === 'client')) {
  test(`${client.id}: a tool that no file names, with no word of what that costs, is told with the reason`, () => {
    const policy = policyOf([rule('edit_thing', { decision: 'ask' })]);
    const { files, losses, omitted } = client.writePolicy(policy, 'srv', { rulesOnly: true });
    const isNamed = files.some(({ contents }) => contents.includes('edit_thing'));
    if (isNamed || losses.some(({ tool }) => tool === 'edit_thing')) {
      assert.equal(omitted, undefined);
      return;
    }
    assert.deepEqual(files, [], 'an empty list says nothing, and may replace one that is there');
    assert.deepEqual(omitted?.tools, ['edit_thing']);
    assert.equal(omitted.decision, 'ask');
    assert.match(omitted.because, /does not name|neither/);
  });
}

test('an allow list of a whole server names what it leaves out on purpose', () => {
  const policy = policyOf([rule('list_things'), rule('drop_thing', { decision: 'deny' })]);
  const { files, losses, omitted } = cursorIde.writePolicy(policy, 'srv');
  assert.match(files[0]?.contents ?? '', /srv:list_things/);
  assert.deepEqual(omitted?.tools, ['drop_thing']);
  assert.ok(losses.some(({ tool, instead }) => tool === 'drop_thing' && instead === 'ask'));
});
