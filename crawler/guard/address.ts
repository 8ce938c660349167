import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** `private` may be reached where the caller allows it, `forbidden` never. */
export type AddressKind = 'public' | 'private' | 'forbidden';

/** Credentials of cloud machines are read at these; no MCP server lives there. */
const metadata = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '168.63.129.16',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
]);

const privateRanges = new Set([
  'private',
  'loopback',
  'linkLocal',
  'carrierGradeNat',
  'uniqueLocal',
]);
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Judges an IP address by the special-purpose registries of IANA. An IPv6 address that carries an
 * IPv4 one (mapped, NAT64, 6to4, Teredo) is forbidden: it reaches what the other form forbids.
 */
export function judgeAddress(text: string): AddressKind {
  // A zone (`fe80::1%eth0`) names an interface of this machine.
  if (!isIP(text) || text.includes('%')) return 'forbidden';
  const address = ipaddr.parse(text);
  if (metadata.has(address.toString())) return 'forbidden';
  const range = address.range();
  if (privateRanges.has(range)) return 'private';
  if (range !== 'unicast') return 'forbidden';
  if (address instanceof ipaddr.IPv6 && !address.match(globalUnicast)) return 'forbidden';
  return 'public';
}
