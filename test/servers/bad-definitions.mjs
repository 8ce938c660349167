// Definitions that are no definitions, and names that mean harm; see behaviours.mjs.
const schema = { type: 'object' };
export const tool = (name, more = {}) => ({ name, inputSchema: schema, ...more });
export const listing = (...items) => ({ answers: { 'tools/list': () => ({ tools: items }) } });

export const badDefinitions = {
  'duplicate-names': listing(
    tool('a', { title: 'first' }),
    tool('a', { title: 'second' }),
    tool('b'),
  ),
  'empty-and-null-names': listing(
    tool(''),
    tool(null),
    tool('  '),
    tool(7),
    { inputSchema: schema },
    null,
    'a',
    tool('kept'),
  ),
  'names-that-are-paths': listing(
    tool('../../etc/passwd'),
    tool('C:\\x'),
    tool('<script>alert(1)</script>'),
  ),
  'prototype-names': {
    answers: {
      'tools/list': ({ id }, { write }) => {
        const items = ['__proto__', 'constructor', 'toString'].map(
          (name) =>
            `{"name":"${name}","__proto__":{"polluted":true},"inputSchema":{"__proto__":{"x":1}}}`,
        );
        write(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[${items}]}}\n`);
        return 'nothing';
      },
    },
  },
  'schemas-that-are-none': listing(
    { name: 'missing' },
    tool('true', { inputSchema: true }),
    tool('array', { inputSchema: [] }),
    tool('text', { inputSchema: '{}' }),
    tool('null', { inputSchema: null }),
    tool('output', { outputSchema: 'x' }),
    tool('kept', { description: null, annotations: null }),
  ),
  'deep-schema': {
    answers: {
      'tools/list': ({ id }, { write }) => {
        const deep = `${'{"items":'.repeat(1_000)}{}${'}'.repeat(1_000)}`;
        const items = `{"name":"deep","inputSchema":${deep}},{"name":"flat","inputSchema":{}}`;
        write(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[${items}]}}\n`);
        return 'nothing';
      },
    },
  },
  'cyclic-ref': listing(
    tool('a', { inputSchema: { $defs: { a: { $ref: '#/$defs/a' } }, $ref: '#/$defs/a' } }),
  ),
  'remote-ref': listing(tool('a', { inputSchema: { $ref: 'http://127.0.0.1:9/schema.json' } })),
  'unstorable-values': {
    answers: {
      'tools/list': ({ id }, { write }) => {
        const items = ['"\\u0000"', '"\\ud800"', '1e999', '"kept"'].map(
          (value, index) => `{"name":"t${index}","x":${value},"inputSchema":{}}`,
        );
        write(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[${items}]}}\n`);
        return 'nothing';
      },
    },
  },
  'terminal-escapes': {
    deaf: true,
    start: () => {
      process.stderr.write('\u001b]0;owned\u0007\u001b[2JError: \u202eboom\u0000 \u001b[31mred\n');
      process.exit(1);
    },
  },
};
