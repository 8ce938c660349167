import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { readServerJson } from '../../../crawler/registries/server-json.ts';
import { readUserList } from '../../../crawler/registries/user-list.ts';
import { parseErrorWords } from '../../../policy/read-json.ts';

/** Values that have the keys of server.json but anything below them. */
const nearlyServer = fc.record(
  {
    name: fc.oneof(fc.constant('a.b/c'), fc.anything()),
    version: fc.anything(),
    title: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
    repository: fc.oneof(fc.record({ url: fc.anything() }), fc.anything()),
    packages: fc.array(
      fc.record({
        registryType: fc.constantFrom('npm', 'pypi', 'oci', 'mcpb', '__proto__'),
        identifier: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('-g', '../x', 'ok')),
        packageArguments: fc.array(fc.anything()),
        environmentVariables: fc.array(
          fc.record({
            name: fc.constantFrom('A', '__proto__', 'A=B', ''),
            isRequired: fc.boolean(),
          }),
        ),
      }),
    ),
    remotes: fc.array(
      fc.record({
        type: fc.constantFrom('sse', 'streamable-http', 'stdio'),
        url: fc.oneof(fc.webUrl(), fc.constantFrom('{x}', 'http://{constructor}/', 'file:///')),
        variables: fc.anything(),
        headers: fc.array(fc.record({ name: fc.string(), value: fc.string({ unit: 'binary' }) })),
      }),
    ),
  },
  { requiredKeys: [] },
);

it('reads anything as an entry that can be stored and started, or says why it is none', () => {
  fc.assert(
    fc.property(nearlyServer, (value) => {
      const read = readServerJson(value, 'official');
      if (typeof read === 'string') return;
      assert.equal(read.id, 'a.b/c');
      assert.ok(!JSON.stringify(read.title ?? '').includes('\\u0000'));
      for (const target of read.targets) {
        if ('identifier' in target) {
          assert.match(target.identifier, /^[a-z0-9@]/i);
          assert.ok(Object.keys(target.env).every((name) => /^[A-Za-z_]\w*$/.test(name)));
        } else if ('headers' in target) {
          for (const [name, text] of Object.entries(target.headers)) {
            assert.doesNotThrow(() => new Headers({ [name]: text }));
            assert.doesNotMatch(name, /^(authorization|cookie|host)$/i);
          }
        }
      }
    }),
  );
});

it('reads any text as a list or says where it is none', () => {
  const options = { targetOf: () => 'no', parseErrorWords };
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      try {
        readUserList(text, options);
      } catch (error) {
        assert.ok(error instanceof SyntaxError);
        assert.match(error.message, /^line \d+, column \d+: [a-z ]+$/);
      }
    }),
  );
});
