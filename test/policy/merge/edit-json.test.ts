import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../../classifier/definition.ts';
import {
  appendInJson,
  dropInJson,
  removeInJson,
  setInJson,
} from '../../../policy/merge/edit-json.ts';
import { readJson } from '../../../policy/read-json.ts';

const word = fc.constantFrom('a', 'b', 'c', '"', '__proto__', 'x y', '');
const list = fc.uniqueArray(word, { maxLength: 4 });
const indent = fc.constantFrom(0, 2, 4, '\t');

/** A JSON text in some layout, with trailing commas and comments where there are lines. */
const layout = fc.record({
  indent,
  commas: fc.boolean(),
  comments: fc.boolean(),
  crlf: fc.boolean(),
});

function written(
  value: Json,
  {
    indent,
    commas,
    comments,
    crlf,
  }: { indent: number | string; commas: boolean; comments: boolean; crlf: boolean },
): string {
  let text = JSON.stringify(value, null, indent);
  if (commas) text = text.replace(/(["\]}])\n(\s*[\]}])/g, '$1,\n$2');
  if (comments) text = text.replace(/,\n/g, ', // mine, "x"\n');
  return crlf ? text.replaceAll('\n', '\r\n') : text;
}

function plain(text: string): Json {
  return JSON.parse(JSON.stringify(readJson(text)));
}

test('an item is appended to a list of any layout', () => {
  fc.assert(
    fc.property(list, word, layout, (items, item, style) => {
      const text = written({ keep: 1, list: items }, style);
      assert.deepEqual(plain(appendInJson(text, ['list'], item)), {
        keep: 1,
        list: [...items, item],
      });
    }),
  );
});

test('an item is taken out of a list of any layout', () => {
  fc.assert(
    fc.property(list, word, layout, (items, item, style) => {
      const text = written({ list: items, keep: 1 }, style);
      const rest = items.filter((one) => one !== item);
      assert.deepEqual(plain(dropInJson(text, ['list'], item)), { list: rest, keep: 1 });
    }),
  );
});

test('a property is set and taken away in an object of any layout', () => {
  fc.assert(
    fc.property(list, word, layout, (keys, key, style) => {
      const object: Record<string, Json> = Object.create(null);
      for (const name of keys) object[name] = [name];
      const text = written({ object, keep: 1 }, style);
      const without: Record<string, Json> = Object.create(null);
      for (const name of keys) if (name !== key) without[name] = [name];
      const removed = removeInJson(text, ['object', key]);
      assert.equal(JSON.stringify(plain(removed)), JSON.stringify({ object: without, keep: 1 }));
      const set = setInJson(text, ['object', key, 'deep'], true);
      const found = readJson(set) as { object: Record<string, { deep?: boolean }> };
      if (!keys.includes(key)) assert.equal(found.object[key]?.deep, true);
    }),
  );
});

test('comments and line ends around an edit stay', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), layout, (items, style) => {
      const text = written({ first: 1, list: items }, style);
      const edited = appendInJson(text, ['list'], 'new');
      const comments = (of: string) => of.split('// mine').length;
      assert.equal(comments(edited), comments(text));
      if (text.includes('\r\n')) assert.doesNotMatch(edited, /[^\r]\n/);
    }),
  );
});
