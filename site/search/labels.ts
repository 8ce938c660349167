import { capabilities, operations, risks } from '../../classifier/taxonomy.ts';
import { type FilterValues, labelBytes } from './index-format.ts';

/** What a filter asks of one document. */
export interface Labels {
  operation: string | null;
  risk: string | null;
  capabilities: readonly string[];
  registry: string;
  warnings: readonly string[];
}

export const filterNames = ['operation', 'risk', 'capability', 'warning', 'registry'] as const;
export type FilterName = (typeof filterNames)[number];

/** Most different warnings that fit the file. */
export const mostWarnings = 32;
const unknown = 15;

/** A file of labels: columns one after the other, because that is what gzip likes. */
export function encodeLabels(documents: (Labels | undefined)[], values: FilterValues): Uint8Array {
  const count = documents.length;
  const bytes = new Uint8Array(count * labelBytes);
  const view = new DataView(bytes.buffer);
  for (const [index, labels] of documents.entries()) {
    if (!labels) {
      bytes[index] = 255;
      continue;
    }
    const operation = numberOf(operations, labels.operation);
    bytes[index] = operation * 16 + numberOf(risks, labels.risk);
    view.setUint16(count + index * 2, bitsOf(capabilities, labels.capabilities));
    bytes[count * 3 + index] = Math.max(0, values.registry.indexOf(labels.registry));
    view.setUint32(count * 4 + index * 4, bitsOf(values.warning, labels.warnings));
  }
  return bytes;
}

/** The numbers of the values that a document has of each filter. */
export function labelsAt(bytes: Uint8Array, index: number): Record<FilterName, number[]> {
  const count = bytes.length / labelBytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const label = bytes[index] ?? 255;
  return {
    operation: label >> 4 === unknown ? [] : [label >> 4],
    risk: label % 16 === unknown ? [] : [label % 16],
    capability: setBits(view.getUint16(count + index * 2)),
    registry: [bytes[count * 3 + index] ?? 0],
    warning: setBits(view.getUint32(count * 4 + index * 4)),
  };
}

function numberOf(words: readonly string[], word: string | null): number {
  const index = word === null ? -1 : words.indexOf(word);
  return index < 0 ? unknown : index;
}

function bitsOf(all: readonly string[], some: readonly string[]): number {
  let bits = 0;
  for (const word of some) {
    const index = all.indexOf(word);
    if (index >= 0 && index < mostWarnings) bits += 2 ** index;
  }
  return bits;
}

function setBits(bits: number): number[] {
  const found: number[] = [];
  for (let index = 0; bits > 0; index++, bits = Math.floor(bits / 2)) {
    if (bits % 2 === 1) found.push(index);
  }
  return found;
}
