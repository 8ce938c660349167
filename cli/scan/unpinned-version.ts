import type { Warning } from '../../classifier/classification.ts';
import type { Provenance } from '../../crawler/outcome.ts';
import type { ConfiguredServer } from '../../policy/client.ts';
import { type PackageCall, packageCall } from './package-call.ts';

/**
 * The warning of a package or image that is started without an exact version, so that what was looked at is not what
 * runs for ever. Evidence points to the server's entry in its configuration.
 *
 * @param provenance which version was looked at: the one to pin
 */
export function findUnpinnedVersion(
  { target, pointer }: ConfiguredServer,
  provenance?: Provenance,
): Warning[] {
  const call = packageCall(target);
  if (!call || isPinned(call)) return [];
  const { pin, isSeen } = pinOf(call, provenance);
  const seen = isSeen ? ' (what was looked at here)' : '';
  return [
    {
      signal: 'unpinned-version',
      class: 'hygiene',
      severity: 'low',
      message: `It names no exact version, so that each start may run another one; pin it: ${pin}${seen}`,
      evidence: [{ signal: 'unpinned-version', pointer, quote: call.spec }],
      owasp: ['MCP04:2025'],
      atlas: [],
    },
  ];
}

/** A tag other than `latest` counts as a version of an image: people name versions so. */
function isPinned({ type, identifier, version = '' }: PackageCall): boolean {
  if (type === 'npm') return /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version);
  if (type === 'pypi') return version !== '';
  return identifier.includes('@') || /:(?!latest$)[^/:]+$/.test(identifier);
}

function pinOf(
  { type, identifier, joint }: PackageCall,
  provenance: Provenance | undefined,
): { pin: string; isSeen: boolean } {
  const isImage = type === 'oci';
  const name = isImage ? identifier.replace(/:latest$/, '') : identifier;
  const about = provenance?.package === identifier ? provenance : undefined;
  const found = isImage ? about?.integrity : about?.version;
  const isSeen = found !== undefined && (isImage ? digest : version).test(found);
  return { pin: name + joint + (isSeen ? found : isImage ? 'DIGEST' : 'VERSION'), isSeen };
}

const digest = /^sha256:[0-9a-f]{64}$/;
const version = /^\d[\w.+-]{0,99}$/;
