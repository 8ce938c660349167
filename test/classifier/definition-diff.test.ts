import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ToolDefinition } from '../../classifier/definition.ts';
import {
  diffDefinitions,
  diffWords,
  similarDefinitions,
} from '../../classifier/definition-diff.ts';

const before: ToolDefinition = {
  name: 'send_mail',
  description: 'Sends a mail to one address.',
  inputSchema: {
    type: 'object',
    properties: {
      to: { type: 'string' },
      body: { type: 'string', maxLength: 100 },
      files: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' } } } },
    },
    required: ['to'],
  },
  annotations: { readOnlyHint: true },
};

describe('the difference of two definitions', () => {
  test('names the words, the keys and the parameters that changed', () => {
    const after: ToolDefinition = {
      name: 'send_mail',
      title: 'Mail',
      description: 'Sends a secret mail to one address.',
      inputSchema: {
        type: 'object',
        properties: {
          to: { type: 'string', default: 'x@example.org' },
          files: {
            type: 'array',
            items: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
          },
          bcc: { type: 'string' },
        },
      },
      annotations: { readOnlyHint: false },
    };
    const diff = diffDefinitions(before, after);
    assert.deepEqual(diff.fields, [
      { field: 'annotations', before: { readOnlyHint: true }, after: { readOnlyHint: false } },
      { field: 'title', after: 'Mail' },
    ]);
    assert.deepEqual(
      diff.description
        .filter(({ kind }) => kind !== 'same')
        .map(({ kind, text }) => [kind, text.trim()]),
      [['added', 'secret']],
    );
    const schema = 'inputSchema';
    assert.deepEqual(diff.parameters, [
      { schema, path: 'body', kind: 'removed', required: false, keywords: [] },
      {
        schema,
        path: 'to',
        kind: 'changed',
        required: false,
        keywords: [
          { field: 'default', after: 'x@example.org' },
          { field: 'required', before: true, after: false },
        ],
      },
      {
        schema,
        path: 'files[].path',
        kind: 'changed',
        required: true,
        keywords: [{ field: 'required', before: false, after: true }],
      },
      { schema, path: 'bcc', kind: 'added', required: false, keywords: [] },
    ]);
  });

  test('is empty for equal definitions, whatever the order of their keys', () => {
    const turned = Object.fromEntries(Object.entries(before).toReversed()) as ToolDefinition;
    assert.deepEqual(diffDefinitions(before, turned), {
      fields: [],
      description: [],
      parameters: [],
    });
  });

  test('an output schema that appears is added parameter by parameter', () => {
    const outputSchema = { type: 'object', properties: { id: { type: 'string' } } };
    const { parameters } = diffDefinitions(before, { ...before, outputSchema });
    assert.deepEqual(
      parameters.map(({ schema, path, kind }) => [schema, path, kind]),
      [
        ['outputSchema', '', 'added'],
        ['outputSchema', 'id', 'added'],
      ],
    );
  });

  test('of texts is lossless: both can be put together again', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 30 }));
    fc.assert(
      fc.property(text, text, (old, now) => {
        const changes = diffWords(old, now);
        if (old === now) return assert.deepEqual(changes, []);
        const side = (left: string) =>
          changes
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('');
        assert.equal(side('added'), old);
        assert.equal(side('removed'), now);
      }),
    );
  });

  test('of very long texts is the whole of both', () => {
    const old = 'a '.repeat(500_000);
    const now = 'b '.repeat(500_000);
    assert.deepEqual(
      diffWords(old, now).map(({ kind }) => kind),
      ['removed', 'added'],
    );
    assert.deepEqual(diffWords('', now), [{ kind: 'added', text: now }]);
  });

  test('survives schemas that are none, are deep, or name prototype keys', () => {
    let deep: Record<string, unknown> = { type: 'string' };
    for (let level = 0; level < 3000; level += 1)
      deep = { items: deep, required: 7, properties: [1] };
    const hostile = {
      ...before,
      inputSchema: {
        ...JSON.parse('{"properties":{"__proto__":{"type":"string"},"x":null}}'),
        items: deep,
      },
      outputSchema: 'none',
    } as unknown as ToolDefinition;
    const { parameters } = diffDefinitions(before, hostile);
    assert.ok(parameters.some(({ path, kind }) => path === '__proto__' && kind === 'added'));
    assert.ok(parameters.length < 100);
  });
});

describe('likeness of two definitions', () => {
  test('is 1 for the same words and parameters under another name', () => {
    assert.equal(similarDefinitions(before, { ...before, name: 'mail' }), 1);
  });

  test('is low for another tool and 0 where nothing can be compared', () => {
    const other = {
      name: 'x',
      description: 'Lists open invoices',
      inputSchema: { type: 'object' },
    };
    assert.ok(similarDefinitions(before, other) < 0.2);
    const bare = { name: 'y', inputSchema: { type: 'object' } };
    assert.equal(similarDefinitions(bare, bare), 0);
  });
});
