/** The place of the lowest bit of a set that is not empty; `bits &= bits - 1` takes it away. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
