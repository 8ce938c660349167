import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { judgeAddress } from '../../../crawler/guard/address.ts';
import { createResolve } from '../../../crawler/guard/dialler.ts';

const nameError = 0x8183;
const noError = 0x8180;
const typeA = 1;

/** Knows the one name `known.test`, with an IPv4 address (RFC 1035, 4). */
function answer(query: Buffer): Buffer {
  const isKnown = query.includes('known');
  const nameEnd = query.indexOf(0, 12) + 1;
  const question = query.subarray(12, nameEnd + 4);
  const asksForA = query.readUInt16BE(nameEnd) === typeA;
  const header = Buffer.alloc(12);
  header.writeUInt16BE(query.readUInt16BE(0), 0);
  header.writeUInt16BE(isKnown ? noError : nameError, 2);
  header.writeUInt16BE(1, 4);
  if (!isKnown || !asksForA) return Buffer.concat([header, question]);
  header.writeUInt16BE(1, 6);
  const pointerToName = [0xc0, 0x0c];
  const record = [0, typeA, 0, 1, 0, 0, 0, 60, 0, 4, 93, 184, 215, 14];
  return Buffer.concat([header, question, Buffer.from([...pointerToName, ...record])]);
}

describe('resolving names', () => {
  let server: Socket;
  before(async () => {
    server = createSocket('udp4', (query, { port }) => server.send(answer(query), port));
    server.bind(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => server.close());

  it('asks the name servers', async () => {
    const resolve = createResolve([`127.0.0.1:${server.address().port}`]);
    assert.deepEqual(await resolve('known.test'), ['93.184.215.14']);
  });

  it('finds what only the hosts file knows', async () => {
    const resolve = createResolve([`127.0.0.1:${server.address().port}`]);
    const addresses = await resolve('localhost');
    assert.ok(addresses.length > 0);
    assert.ok(addresses.every((address) => judgeAddress(address) === 'private'));
  });
});
