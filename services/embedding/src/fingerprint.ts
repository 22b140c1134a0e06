/** One string for everything that changes a vector. */
import type { Precision } from '@libtrails/models/manifest';
import { type ModelProfile, PROFILE } from '@libtrails/models/profile';

/** Such as `bge-small-en-v1.5/int8/cls/l2/q1`. The runtime is not part of it: same weights, same vectors. */
export function fingerprintOf(precision: Precision, profile: ModelProfile = PROFILE): string {
  const { name, pooling, normalisation, prefixVersion } = profile;
  return [name, precision, pooling, normalisation, prefixVersion].join('/');
}
