/** How many buckets there are: one for each basis point. */
const BUCKETS = 10_000;

/** `x`: whether someone sees the feature. `v`: which variant they get, so that a ramp moves nobody between variants. */
export type BucketPurpose = 'x' | 'v';

const utf8 = new TextEncoder();

/**
 * Where an id falls, 0 to `of` − 1: murmur3-x86-32 with seed 0 over the UTF-8 bytes of `seed/purpose/id`, scaled as
 * (hash × of) >> 32. This is flagd's `fractional`, version 2, over `{"cat":[seed,"/x/",id]}`; to change it would move
 * everyone.
 */
export function bucketOf(seed: string, purpose: BucketPurpose, id: string, of: number = BUCKETS): number {
  // Exact in a double: 32 bits of hash times at most 18 bits of weights.
  return Math.floor((murmur3(utf8.encode(`${seed}/${purpose}/${id}`)) * of) / 2 ** 32);
}

/** MurmurHash3 x86 32-bit with seed 0, by Austin Appleby's public-domain reference. An unsigned 32-bit number. */
export function murmur3(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let hash = 0;
  for (let at = 0; at < whole; at += 4) {
    hash ^= scramble(view.getUint32(at, true));
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let at = bytes.length - 1; at >= whole; at -= 1) rest = (rest << 8) | view.getUint8(at);
  hash ^= scramble(rest);
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scramble(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}
