import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFlagged, readUnseen } from './unseen-attacks.ts';

/** What was found and flagged when the sets were first measured; the one may only rise, the other only fall. */
const foundAtFirst = 140;
const flaggedAtFirst = 17;

test('of the attacks that no template repeats, no fewer are found than at first', () => {
  const attacks = readUnseen('attacks');
  const found = attacks.filter(({ tool }) => isFlagged(tool)).length;
  assert.ok(found >= foundAtFirst, `${found} of ${attacks.length}`);
});

test('of the harmless definitions that resemble attacks, no more are flagged than at first', () => {
  const harmless = readUnseen('harmless');
  const flagged = harmless.filter(({ tool }) => isFlagged(tool)).length;
  assert.ok(flagged <= flaggedAtFirst, `${flagged} of ${harmless.length}`);
});
