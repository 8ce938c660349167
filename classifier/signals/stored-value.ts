import { nameHas } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const sets = /^(?:set|sets|put|puts|store|stores|hset|mset|setex|incr|incrby|increment|expire)$/;
const stores = new Set(
  'redis valkey memcached kv cache store storage hash state etcd value values key keys'.split(' '),
);
const keys = /^(?:key|keys|field|hash)$/i;
const values = /^(?:value|values|data|ttl|seconds|amount|by)$/i;

export const storedValue: Signal = {
  id: 'stored-value',
  title: 'Sets a value of a key-value store',
  why: 'A key and a value are data; no system is set by them.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'write',
    risk: 'medium',
    denies: ['controls-systems', 'changes-access'],
  },
  where: { isRead: false, words: ['key', 'keys', 'field', 'hash'] },
  find: ({ reading }) => {
    const { main } = reading;
    if (main === undefined || !sets.test(main.word)) return [];
    const names = reading.parameters
      .filter(({ parameter }) => parameter.depth === 0)
      .map(({ parameter }) => parameter.name.clean);
    if (!names.some((name) => keys.test(name)) || !names.some((name) => values.test(name)))
      return [];
    return nameHas(reading, stores) ? [quoteAct('stored-value', main)] : [];
  },
  falsePositives: ['a configuration that is set by key and value'],
  examples: {
    fires: [
      {
        tool: { name: 'cache_set', inputSchema: { properties: { key: {}, value: {}, ttl: {} } } },
        quote: 'cache_set',
      },
    ],
    silent: [
      { name: 'set_config', inputSchema: { properties: { key: {}, value: {} } } },
      { name: 'set_volume', inputSchema: { properties: { level: {} } } },
      { name: 'get_value', inputSchema: { properties: { key: {}, value: {} } } },
    ],
  },
};
