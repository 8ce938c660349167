import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptSet, meets } from '../../../classifier/poison/concept-words.ts';
import { readClauses } from '../../../classifier/poison/judge.ts';
import { knownOrders } from '../../../classifier/poison/phrases.ts';
import { readText } from '../../../classifier/text.ts';
import { stringsOf } from '../strings-of.ts';

test('whatever an order of known wording says holds the concepts that it is looked for by', () => {
  for (const { says, implies = [] } of knownOrders) {
    let matched = 0;
    for (const said of [1, 2, 3].flatMap((seed) => stringsOf(says, seed))) {
      const description = `Returns an item. ${said}.`;
      const text = readText({ name: 'get_item', description, inputSchema: {} });
      for (const clause of readClauses(text, () => true)) {
        if (!says.test(description.slice(clause.start, clause.end))) continue;
        matched++;
        for (const group of implies)
          assert.ok(meets(clause, conceptSet(group)), `${group}: ${said}`);
      }
    }
    assert.ok(matched > 0, `${says}`);
  }
});
