import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { judgeAddress } from '../../../crawler/guard/address.ts';

const kinds = {
  public: [
    '8.8.8.8',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.1',
    '2606:4700::1111',
    '100.63.255.255',
  ],
  private: [
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.0.1',
    '100.64.0.1',
    '::1',
    'fe80::1',
    'fc00::1',
    'fdff::1',
  ],
  forbidden: [
    // metadata services
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '168.63.129.16',
    'fd00:ec2::254',
    // this host, multicast, broadcast, reserved, documentation, benchmarks
    '0.0.0.0',
    '0.1.2.3',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '192.0.0.1',
    '::',
    'ff02::1',
    '2001:db8::1',
    // IPv4 inside IPv6: mapped, compatible, NAT64, local NAT64, 6to4, Teredo
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    // site-local, discard, zones, and what is no address
    'fec0::1',
    '100::1',
    'fe80::1%eth0',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    'localhost',
    '',
  ],
};

for (const [kind, addresses] of Object.entries(kinds)) {
  it(`judges ${kind} addresses`, () => {
    for (const address of addresses) assert.equal(judgeAddress(address), kind, address);
  });
}

const octet = fc.integer({ min: 0, max: 255 });
const word = fc.integer({ min: 0, max: 0xffff });

it('never lets any form of a loopback or private IPv4 address through as public', () => {
  const privateFirst = fc.constantFrom(
    [127],
    [10],
    [192, 168],
    [169, 254],
    [0],
    [100, 64],
    [172, 16],
  );
  fc.assert(
    fc.property(privateFirst, octet, octet, octet, (first, b, c, d) => {
      const address = [...first, b, c, d].slice(0, 4).join('.');
      assert.notEqual(judgeAddress(address), 'public');
      assert.equal(judgeAddress(`::ffff:${address}`), 'forbidden');
      assert.equal(judgeAddress(`64:ff9b::${address}`), 'forbidden');
    }),
  );
});

it('lets no IPv6 address outside 2000::/3 through as public', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 8, maxLength: 8 }), (words) => {
      const [first = 0] = words;
      const isGlobal = first >= 0x2000 && first <= 0x3fff;
      const address = words.map((part) => part.toString(16)).join(':');
      if (!isGlobal) assert.notEqual(judgeAddress(address), 'public', address);
    }),
  );
});
