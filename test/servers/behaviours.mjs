// How hostile-server.mjs can misbehave. A behaviour may answer single methods (`answers`), act at the
// start, see every message first (`receive`, true when it dealt with it), or not read at all (`deaf`).
import { attacks } from './attacks.mjs';
import { badDefinitions, listing, tool } from './bad-definitions.mjs';

const idle = () => setInterval(() => {}, 1_000);

export const behaviours = {
  honest: {},

  // Answers that do not come.
  silent: { deaf: true, start: idle },
  'exits-at-once': { deaf: true, start: () => process.exit(3) },
  'exits-after-initialize': {
    answers: { 'tools/list': () => process.exit(4) },
  },
  'answers-too-late': {
    answers: {
      'tools/list': ({ id }, { send }) => {
        setTimeout(() => send({ id, result: { tools: [] } }), 60_000);
        return 'nothing';
      },
    },
  },
  'busy-loop': {
    answers: {
      'tools/list': () => {
        for (;;);
      },
    },
  },
  'slow-drip': {
    answers: {
      'tools/list': (_message, { write }) => {
        setInterval(() => write(' '), 100);
        return 'nothing';
      },
    },
  },
  'closes-stdout': {
    answers: {
      'tools/list': (_message, { closeSync }) => {
        closeSync(1);
        idle();
        return 'nothing';
      },
    },
  },
  'hangs-over-prompts': {
    answers: {
      initialize: () => ({
        protocolVersion: '2025-11-25',
        capabilities: { tools: {}, prompts: {} },
        serverInfo: {},
      }),
      'prompts/list': () => 'nothing',
    },
  },

  // Lists without end.
  'endless-cursor': {
    answers: {
      'tools/list': ({ params }) => {
        const page = Number(params.cursor ?? 0);
        return { tools: [tool(`t${page}`)], nextCursor: String(page + 1) };
      },
    },
  },
  'repeated-cursor': {
    answers: { 'tools/list': () => ({ tools: [tool('a')], nextCursor: 'again' }) },
  },
  'many-tools': {
    answers: {
      'tools/list': () => ({ tools: Array.from({ length: 100_000 }, (_, i) => tool(`t${i}`)) }),
    },
  },
  'two-pages': {
    answers: {
      'tools/list': ({ params }) =>
        params.cursor === 'second'
          ? { tools: [tool('b')], nextCursor: null }
          : { tools: [tool('a')], nextCursor: 'second' },
    },
  },

  // Too much.
  'huge-description': listing(tool('a', { description: 'x'.repeat(10 * 1024 * 1024) }), tool('b')),
  'huge-message': {
    answers: {
      'tools/list': (_message, { write }) => {
        const part = 'x'.repeat(1024 * 1024);
        for (let i = 0; i < 50; i += 1) write(part);
        write('\n');
        return 'nothing';
      },
    },
  },
  'junk-items': {
    answers: {
      'tools/list': ({ id }, { write }) => {
        write(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[${'{},'.repeat(1_000_000)}0]}}\n`);
        return 'nothing';
      },
    },
  },
  'tools-of-junk': {
    answers: {
      'tools/list': ({ id, params }, { write }) => {
        const page = Number(params.cursor ?? 0);
        const junk = `{"name":"t${page}","inputSchema":{"enum":[${'[],'.repeat(150_000)}0]}}`;
        write(
          `{"jsonrpc":"2.0","id":${id},"result":{"tools":[${junk}],"nextCursor":"${page + 1}"}}\n`,
        );
        return 'nothing';
      },
    },
  },
  'endless-stdout': {
    answers: {
      'tools/list': (_message, { write }) => {
        const lines = '{"jsonrpc":"2.0"}\n'.repeat(5_000);
        for (;;) write(lines);
      },
    },
  },
  'endless-stderr': {
    start: () => setInterval(() => process.stderr.write('noise '.repeat(10_000)), 1),
  },
  'notifications-flood': {
    answers: {
      'tools/list': (_message, { send }) => {
        for (;;) send({ method: 'notifications/message', params: { data: 'x' } });
      },
    },
  },

  // Bytes and messages that are wrong.
  'invalid-utf8': {
    answers: {
      'tools/list': ({ id }, { write }) => {
        write(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[{"name":"a`);
        write(Buffer.from([0xff, 0xc0, 0x80]));
        write('","inputSchema":{"type":"object"}}]}}\n');
        return 'nothing';
      },
    },
  },
  'invalid-json': {
    answers: {
      'tools/list': ({ id }, { write }) => {
        write(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[}\n`);
        return 'nothing';
      },
    },
  },
  'log-lines-on-stdout': {
    start: ({ write }) => write('Server listening…\n\n[info] {ready}\n42\n"text"\nnull\n'),
  },
  'wrong-ids': {
    answers: {
      'tools/list': ({ id }, { send }) => {
        for (const wrong of [id + 1, String(id), null, -1, { id }]) {
          send({ id: wrong, result: { tools: [tool('forged')] } });
        }
        send({ id, result: { tools: [tool('true')] } });
        send({ id, result: { tools: [tool('late')] } });
        return 'nothing';
      },
    },
  },
  'batch-answers': {
    answers: {
      'tools/list': ({ id }, { write }) => {
        const answer = { jsonrpc: '2.0', id, result: { tools: [tool('a')] } };
        write(`${JSON.stringify([{ jsonrpc: '2.0', method: 'notifications/x' }, [], answer])}\n`);
        return 'nothing';
      },
    },
  },
  'error-answer': {
    answers: {
      'tools/list': () => ({ error: { code: -32603, message: 'out\u001b[31m of order' } }),
    },
  },
  'null-result': {
    answers: {
      'tools/list': ({ id }, { send }) => {
        send({ id, result: null });
        return 'nothing';
      },
    },
  },
  'tools-not-a-list': { answers: { 'tools/list': () => ({ tools: { a: tool('a') } }) } },
  'no-tools-capability': {
    answers: {
      initialize: () => ({ protocolVersion: '2025-06-18', capabilities: {}, serverInfo: null }),
      'tools/list': () => undefined,
    },
  },

  // Requests back to the client: lists its tools only when all of them were refused.
  'asks-the-client': {
    answers: {
      'tools/list': ({ id }, { send }) => {
        const methods = ['sampling/createMessage', 'elicitation/create', 'roots/list', 'ping'];
        const replies = [];
        behaviours['asks-the-client'].receive = (message) => {
          if (typeof message.id !== 'string') return false;
          replies.push(message.error ? message.error.code : 'result');
          if (replies.length === methods.length) {
            send({ id, result: { tools: [tool(replies.join(' '))] } });
          }
          return true;
        };
        for (const method of methods) send({ id: method, method, params: {} });
        return 'nothing';
      },
    },
  },

  ...badDefinitions,

  // Protocol eras.
  'modern-only': {
    receive: (message, { send }) => {
      if (message.method !== 'initialize') return false;
      send({ id: message.id, error: { code: -32601, message: 'Method not found' } });
      return true;
    },
    answers: {
      'server/discover': () => ({
        resultType: 'complete',
        supportedVersions: ['2026-07-28'],
        capabilities: { tools: {} },
        serverInfo: { name: 'modern', version: '1' },
        instructions: 'Read me.',
      }),
      'tools/list': ({ params }) => {
        const version = params._meta?.['io.modelcontextprotocol/protocolVersion'];
        return version === '2026-07-28'
          ? { resultType: 'complete', ttlMs: 1, cacheScope: 'public', tools: [tool('modern')] }
          : { error: { code: -32022, message: 'Unsupported protocol version' } };
      },
    },
  },
  'dies-of-discover': {
    receive: ({ method }) => {
      if (method === 'server/discover') process.exit(1);
      return false;
    },
  },
  'ignores-discover': { answers: { 'server/discover': () => 'nothing' } },
  'speaks-no-known-version': {
    answers: {
      initialize: () => ({ protocolVersion: '1999-01-01', capabilities: {}, serverInfo: {} }),
    },
  },

  'versions-that-are-no-text': {
    answers: { 'server/discover': () => ({ supportedVersions: [{ toString: 1, valueOf: 1 }] }) },
  },
  'ids-without-end': {
    start: ({ write }) => {
      const deep = '['.repeat(200_000) + ']'.repeat(200_000);
      write(`{"jsonrpc":"2.0","id":${deep},"method":"roots/list"}\n`);
    },
  },

  // Login walls.
  'wants-a-key': {
    deaf: true,
    start: () => {
      console.error('Error: ACME_API_KEY environment variable is required');
      process.exit(1);
    },
  },
  'wants-a-key-to-list': {
    answers: { 'tools/list': () => ({ error: { code: -32001, message: '401 Unauthorized' } }) },
  },

  ...attacks,
};
