/** One string for everything that changes a vector. */
import { MANIFEST, type ModelManifest, type Precision } from '@libtrails/models/manifest';

/** Such as `bge-small-en-v1.5/int8/cls/l2/q1`. The runtime is not part of it: same weights, same vectors. */
export function fingerprintOf(precision: Precision, manifest: ModelManifest = MANIFEST): string {
  const { name, pooling, normalisation, prefixVersion } = manifest;
  return [name, precision, pooling, normalisation, prefixVersion].join('/');
}
