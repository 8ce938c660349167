import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillTemplate, isFrame, readTemplates, seededRandom } from './attack-templates.ts';

const source = `@who = the agent|the model
@how = in \`{param}\`|unasked
## conversation-into-parameter
{who} [[quotes|adds]] the chat {how}.
get_mail :: Reads [[a mail|mails]].
`;

test('a frame is filled from the lists of its file, then its choices, then its slots', () => {
  const [frame] = readTemplates(source, 'en');
  assert.ok(frame !== undefined && isFrame(frame));
  const random = seededRandom(1);
  const wordings = new Set(Array.from({ length: 200 }, () => fillTemplate(frame, random)));
  assert.ok(wordings.size > 20);
  for (const wording of wordings)
    assert.match(wording, /^the (?:agent|model) (?:quotes|adds) the chat (?:in `\w+`|unasked)\.$/);
});

test('a line without a list is no frame, keeps its family and may name a tool', () => {
  const [, line] = readTemplates(source, 'en');
  assert.ok(line !== undefined && !isFrame(line));
  assert.equal(line.family, 'conversation-into-parameter');
  assert.equal(line.tool, 'get_mail');
  assert.match(fillTemplate(line, seededRandom(2)), /^Reads (?:a mail|mails)\.$/);
});

test('the same seed gives the same wordings', () => {
  const [frame] = readTemplates(source, 'en');
  assert.ok(frame !== undefined);
  const once = seededRandom(7);
  const again = seededRandom(7);
  for (let count = 0; count < 20; count++)
    assert.equal(fillTemplate(frame, once), fillTemplate(frame, again));
});
