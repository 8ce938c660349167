import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFlagged, readUnseen, unseenSets } from './unseen-attacks.ts';

/** Today's figures, far from the goals (95 % and 5 %); the one may only rise, the other only fall. */
const limits = {
  unseen: { found: 147, flagged: 10 },
  others: { found: 180, flagged: 41 },
};

for (const set of unseenSets) {
  const { found, flagged } = limits[set];

  test(`of the attacks that no template repeats, no fewer are found (${set})`, () => {
    const attacks = readUnseen(set, 'attacks');
    const now = attacks.filter(({ tool }) => isFlagged(tool)).length;
    assert.ok(now >= found, `${now} of ${attacks.length}`);
  });

  test(`of the harmless definitions that resemble attacks, no more are flagged (${set})`, () => {
    const harmless = readUnseen(set, 'harmless');
    const now = harmless.filter(({ tool }) => isFlagged(tool)).length;
    assert.ok(now <= flagged, `${now} of ${harmless.length}`);
  });
}
