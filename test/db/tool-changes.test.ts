import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { hashDefinition } from '../../classifier/hash.ts';
import { findRenames, matchTools } from '../../db/tool-changes.ts';
import { tool } from './outcomes.ts';

const known = (definitions: ToolDefinition[]) =>
  definitions.map((definition, position) => ({
    id: position,
    name: definition.name,
    hash: hashDefinition(definition),
    position,
  }));
const listed = (definitions: ToolDefinition[]) =>
  definitions.map((definition, position) => ({
    name: definition.name,
    hash: hashDefinition(definition),
    position,
    definition,
  }));

function renames(before: ToolDefinition[], after: ToolDefinition[]): string[][] {
  const { gone, fresh } = matchTools(known(before), listed(after));
  const definitions = new Map(before.map((definition) => [hashDefinition(definition), definition]));
  return findRenames(gone, fresh, definitions).map((pair) => [pair.known.name, pair.listed.name]);
}

describe('two listings of a server', () => {
  test('lose and invent no tool', () => {
    const tools = fc.array(
      fc.record({
        name: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
        description: fc.constantFrom('one', 'two'),
        inputSchema: fc.constant({ type: 'object' }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(tools, tools, (before, after) => {
        const match = matchTools(known(before), listed(after));
        const pairs = [...match.kept, ...match.changed];
        const ids = [...pairs.map((pair) => pair.known), ...match.gone].map(({ id }) => id);
        assert.deepEqual(
          ids.toSorted((a, b) => a - b),
          before.map((_, id) => id),
        );
        const places = [...pairs.map((pair) => pair.listed), ...match.fresh].map((t) => t.position);
        assert.deepEqual(
          places.toSorted((a, b) => a - b),
          after.map((_, place) => place),
        );
        for (const pair of match.kept) assert.equal(pair.known.hash, pair.listed.hash);
        for (const pair of match.changed) {
          assert.equal(pair.known.name, pair.listed.name);
          assert.notEqual(pair.known.hash, pair.listed.hash);
        }
        const goneNames = new Set(match.gone.map(({ name }) => name));
        assert.ok(match.fresh.every(({ name }) => !goneNames.has(name)));
      }),
    );
  });
});

describe('a renamed tool', () => {
  const invoices = tool('list', 'Lists the open invoices of one customer by date');

  test('is found by its equal rest', () => {
    assert.deepEqual(renames([invoices, tool('b')], [{ ...invoices, name: 'all' }, tool('c')]), [
      ['list', 'all'],
    ]);
  });

  test('is found by nearly the same words, the closest first', () => {
    const close = { ...invoices, name: 'x', description: `${invoices.description}.` };
    const less = { ...invoices, name: 'y', description: `${invoices.description} please` };
    assert.deepEqual(renames([invoices], [less, close]), [['list', 'x']]);
  });

  test('is not one that only shares an empty body with another', () => {
    const bare = (name: string) => ({ name, inputSchema: { type: 'object' } });
    assert.deepEqual(renames([bare('a'), bare('b')], [bare('c'), bare('d')]), []);
  });

  test('is found among thousands only where its rest is equal', () => {
    const many = (prefix: string) => Array.from({ length: 2000 }, (_, n) => tool(`${prefix}${n}`));
    const found = renames([...many('a'), invoices], [...many('b'), { ...invoices, name: 'z' }]);
    assert.deepEqual(found, [['list', 'z']]);
  });
});
