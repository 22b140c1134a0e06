/** Vectors as messages carry them: float32, little-endian, one behind the other. */

/**
 * Cuts packed vectors apart.
 * @param count how many were asked for
 * @returns `count` vectors of `dims` components, or undefined if the bytes are not that many
 */
export function unpackVectors(packed: Uint8Array, dims: number, count: number): Float32Array[] | undefined {
  if (dims === 0 || packed.byteLength !== count * dims * Float32Array.BYTES_PER_ELEMENT) return undefined;
  // Copied once: the bytes may lie unaligned within the message.
  const all = new Float32Array(Uint8Array.from(packed).buffer);
  return Array.from({ length: count }, (_, i) => all.slice(i * dims, (i + 1) * dims));
}
