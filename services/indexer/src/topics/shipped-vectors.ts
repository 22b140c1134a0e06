/**
 * Vectors of what every library embeds alike, the vocabulary and the background prose, shipped with the model's
 * profile: `concepts.bin` and `concepts.json`, made by scripts/embed-vocabulary.ts. They spare an installation some
 * ten thousand short texts.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROFILE } from '@libtrails/models/profile';
import type { Embedder } from '../book.ts';
import { dot } from './vectors.ts';
import type { Concept } from './vocabulary.ts';

export interface ShippedVectors {
  /** Unit vector of PROBE as a label: tells whether an embedder is the model that they were made with. */
  probe: Float32Array;
  /** Mean of all label vectors. */
  labelOrigin: Float32Array;
  /** Unit vector: mean direction of the background prose. */
  background: Float32Array;
  /** Unit vectors, in the order of the vocabulary. */
  concepts: Float32Array[];
}

/** What they were made of; another vocabulary or prose is embedded on the spot. */
interface Sources {
  vocabulary: string;
  prose: string;
}

/** Any text will do. */
export const PROBE = 'common ground';
/** int8 and float32 weights, and int8 on different processors, agree to .99; other models stay far below. */
const LEAST_COSINE = 0.99;
/** Components are stored as int16 of this many to one: rounding moves no cosine by more than 1e-6. */
const STEPS = 32_767;
const HEAD_ROWS = 3;

const DATA = join(PROFILE.folder, 'concepts.bin');
const SOURCES = join(PROFILE.folder, 'concepts.json');

/** Names a list of texts. */
export function hashOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex');
}

/** The texts that a concept's vector is made of. */
export function textsOf({ name, aliases }: Pick<Concept, 'name' | 'aliases'>): string[] {
  return [`A passage about ${name}.`, name, ...aliases];
}

/** The shipped vectors as the files hold them; undefined where the profile has none. */
export function readShippedVectors(): (ShippedVectors & { sources: Sources }) | undefined {
  if (!existsSync(DATA)) return undefined;
  const bytes = readFileSync(DATA);
  const all = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const { dims } = PROFILE;
  const row = (i: number) =>
    Float32Array.from(all.subarray(i * dims, (i + 1) * dims), (component) => component / STEPS);
  const count = all.length / dims - HEAD_ROWS;
  return {
    probe: row(0),
    labelOrigin: row(1),
    background: row(2),
    concepts: Array.from({ length: count }, (_, i) => row(HEAD_ROWS + i)),
    sources: JSON.parse(readFileSync(SOURCES, 'utf8')) as Sources,
  };
}

/** The two files' content. */
export function packShippedVectors(
  { probe, labelOrigin, background, concepts }: ShippedVectors,
  sources: Sources,
): { data: { path: string; content: Uint8Array }; sources: { path: string; content: string } } {
  const rows = [probe, labelOrigin, background, ...concepts];
  const all = Int16Array.from(rows.flatMap((row) => Array.from(row, (x) => Math.round(x * STEPS))));
  return {
    data: { path: DATA, content: new Uint8Array(all.buffer) },
    sources: { path: SOURCES, content: `${JSON.stringify(sources, undefined, 2)}\n` },
  };
}

/** The shipped vectors if they were made of these concepts by this embedder's model. */
export async function shippedConcepts(
  concepts: readonly Concept[],
  embed: Embedder,
): Promise<ShippedVectors | undefined> {
  const shipped = readShippedVectors();
  if (shipped?.sources.vocabulary !== hashOf(concepts.flatMap(textsOf))) return undefined;
  return (await isModelOf(shipped, embed)) ? shipped : undefined;
}

/** The direction of this prose if it is shipped for this embedder's model. */
export async function shippedBackground(
  prose: readonly string[],
  embed: Embedder,
): Promise<Float32Array | undefined> {
  const shipped = readShippedVectors();
  if (shipped?.sources.prose !== hashOf(prose)) return undefined;
  return (await isModelOf(shipped, embed)) ? shipped.background : undefined;
}

async function isModelOf(shipped: ShippedVectors, embed: Embedder): Promise<boolean> {
  const [probe] = await embed([PROBE], 'LABEL');
  return probe!.length === shipped.probe.length && dot(probe!, shipped.probe) >= LEAST_COSINE;
}
