import assert from 'node:assert/strict';
import { isIP } from 'node:net';
import { test } from 'node:test';
import v8 from 'node:v8';
import fc from 'fast-check';
import { judgeAddress } from '../../crawler/guard/address.ts';
import { privateAddress } from '../../policy/private-address.ts';
import { compilePattern } from '../../policy/regex.ts';

const patterns = privateAddress.map(({ pattern }) => compilePattern(pattern));
const isDenied = (url: string) => patterns.some((pattern) => pattern?.matcher(url).find() ?? true);

const inside = [
  ' http://127.0.0.1/',
  'http:\\\\127.0.0.1/',
  'http:/127.0.0.1/',
  'http:127.0.0.1',
  'http:///127.0.0.1/',
  'http://0177.0.0.1/',
  'http://0251.0376.0251.0376/latest/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://0x7f.0.0.0x1/',
  'http://1.0x/',
  'http://127.1/',
  'http://a@b@127.0.0.1/',
  'http://example.org:80@127.0.0.1/',
  'http://example.org\\@127.0.0.1/',
  'ht\ntp://127.0.0.1/',
  'http://127.0.\t0.1/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://127%2e0.0.1/',
  'http://100.64.0.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::1]/',
  'http://127.0.0.1./',
  'http://localhost./',
  'http://localhost',
  'HTTP://LocalHost:80',
  'http://me@10.0.0.1/',
  'http://169.254.169.254/latest',
  'https://192.168.1.1',
  'http://172.20.0.1:8080/',
  'http://0.0.0.0',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://198.18.0.1/',
  'http://printer.local/',
  'http://a.localhost:80',
  'http://metadata.google.internal/',
  'http://redis:6379/',
  'http://a..example.org/',
  'file:///etc/passwd',
  'gopher://example.org/',
  '//127.0.0.1/',
  '127.0.0.1',
  '',
  'x',
  'http',
  'https://',
  'http://example.org\n.local/',
];

const outside = [
  'https://example.org/localhost',
  'https://10.example.org',
  'https://2024.example.org',
  'https://999.example.org/a',
  'https://localhost.example.org',
  'HTTPS://EXAMPLE.ORG:8443/x?y=http://127.0.0.1/#z',
  'http://example.org?x=1',
  'https://xn--e1afmkfd.xn--p1ai/',
  'http://8.8.8.8',
  'http://1.1.1.1:53/x',
  'https://172.15.0.1/',
  'https://172.32.255.255/',
  'https://100.63.0.1/',
  'https://100.128.0.1/',
  'https://192.169.1.1',
  'https://223.255.255.1#x',
  'https://249.example.org',
];

test('what a reader of URLs takes for this machine or a private network is denied in every form', () => {
  for (const url of inside) assert.equal(isDenied(url), true, JSON.stringify(url));
});

test('plain addresses of public hosts are let through', () => {
  for (const url of outside) assert.equal(isDenied(url), false, url);
});

const part = fc.oneof(
  fc.nat(300).map(String),
  fc.nat(255).map((octet) => `0${octet.toString(8)}`),
  fc.nat(255).map((octet) => `0x${octet.toString(16)}`),
  fc.nat(2 ** 32).map(String),
  fc.constantFrom('10', '127', '169', '254', '192', '168', '172', '100', '0', '', 'a', '-', 'com'),
);
const oddHost = fc
  .tuple(
    fc.array(part, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('.', '.', '.', '。', '%2e'),
  )
  .map(([parts, dot]) => parts.join(dot));
const host = fc.oneof(
  oddHost,
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constantFrom('localhost', 'LOCALHOST.', '127.0.0.1', '10.0.0.1', '169.254.169.254'),
);
const url = fc
  .tuple(
    fc.constantFrom('http', 'https', 'HTTP', ' http', 'ht\ntp', '\u0000http', 'ws', ''),
    fc.constantFrom('://', '://', '://', ':', ':/', ':\\\\', ':///', '//', '://a@', '://a:b@c@'),
    host,
    fc.constantFrom('', '.', '\t', ':', ':80', ':080', ':80@10.0.0.1'),
    fc.constantFrom('', '/', '/x', '?x', '#x', '\\x', '@10.0.0.1/'),
  )
  .map((parts) => parts.join(''));

/** How a browser, Node and most servers in JavaScript read a URL. */
function hostname(text: string): string | undefined {
  return URL.parse(text)?.hostname.replace(/^\[|\]$/g, '');
}

test('of the addresses that a WHATWG reader finds in a text, only public ones are let through', () => {
  fc.assert(
    fc.property(url, (text) => {
      const found = hostname(text);
      if (found === undefined || isDenied(text)) return;
      assert.ok(isIP(found) === 0 || judgeAddress(found) === 'public', text);
      assert.ok(found.includes('.') && !/(?:^|\.)localhost\.?$/.test(found), text);
    }),
    { numRuns: 3000 },
  );
});

test('of plain IPv4 addresses, exactly the public ones are let through', () => {
  const octet = fc.oneof(
    fc.nat(255),
    fc.constantFrom(0, 2, 10, 18, 19, 20, 31, 51, 52, 63, 64, 88, 99, 100, 113, 127, 128, 168, 169),
    fc.constantFrom(15, 16, 32, 48, 172, 175, 192, 193, 196, 198, 203, 223, 224, 239, 240, 254),
  );
  fc.assert(
    fc.property(fc.array(octet, { minLength: 4, maxLength: 4 }), (octets) => {
      const address = octets.join('.');
      assert.equal(isDenied(`http://${address}/`), judgeAddress(address) !== 'public', address);
    }),
    { numRuns: 3000 },
  );
});

test('the linear-time engine of Node reads the pattern the same', () => {
  v8.setFlagsFromString('--enable-experimental-regexp-engine');
  const linear = privateAddress.map(({ pattern }) => new RegExp(pattern, 'l'));
  for (const text of [...inside, ...outside]) {
    const found = linear.some((one) => one.test(text));
    assert.equal(found, isDenied(text), JSON.stringify(text));
  }
});
