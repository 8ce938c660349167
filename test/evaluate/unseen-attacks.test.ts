import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFlagged, readUnseen } from './unseen-attacks.ts';

/** Today's figures, far from the goals (95 % and 5 %); the one may only rise, the other only fall. */
const found = 140;
const flagged = 15;

test('of the attacks that no template repeats, no fewer are found', () => {
  const attacks = readUnseen('attacks');
  const now = attacks.filter(({ tool }) => isFlagged(tool)).length;
  assert.ok(now >= found, `${now} of ${attacks.length}`);
});

test('of the harmless definitions that resemble attacks, no more are flagged', () => {
  const harmless = readUnseen('harmless');
  const now = harmless.filter(({ tool }) => isFlagged(tool)).length;
  assert.ok(now <= flagged, `${now} of ${harmless.length}`);
});
