/**
 * Where a search's milliseconds go, beside what the machine could do at best: bytes over measured memory
 * bandwidth, multiplications over the peak of one core.
 */
import { PROFILE } from '@libtrails/models/profile';
import { DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import { EXACT_ROWS, SCANNED_WHOLE } from '@libtrails/retrieval/store/sqlite/vectors/coded-table';
import type { Counts } from '../libraries/grow.ts';
import type { Versus } from './versus.ts';

export interface ProfileRow {
  part: string;
  ms: number;
  /** What it must at least do, in words. */
  work: string;
  /** Undefined where no hardware limit is near. */
  limitMs?: number;
}

export interface Profile {
  /** GB/s that one core reads from memory. */
  readGBs: number;
  rows: ProfileRow[];
}

const COPIED_BYTES = 512 * 2 ** 20;
/** Bytes of an int8 row in memory: components and the reciprocal norm with its padding. */
const ROW_BYTES = DIMS + 16;
/** Of a row as two bits a dimension: they, a factor and an addend. */
const CODED_ROW_BYTES = DIMS / 4 + 8;
/** BGE-small: 12 layers of 4 d² (attention) and 2 d · 4 d (feed-forward) multiplications a token, d = 384. */
const MACS_PER_TOKEN = 12 * (4 * DIMS ** 2 + 8 * DIMS ** 2);
/**
 * int8 multiply-adds a cycle of AVX2 without VNNI (vpmaddubsw, vpmaddwd, vpaddd on two ports), and of the
 * 128-bit WebAssembly form on int16 (i32x4.dot_i16x8_s, widening included).
 */
const AVX2_MACS = 32;
/** Tokens of a short query, [CLS], [SEP] and the instruction of questions included; two texts a search. */
const TOKENS = 30;
/** Where the clock can't be read: what the kernel names for this processor. */
const DEFAULT_GHZ = 2.45;

/** Largest of a few runs of copying a block far larger than the caches; a copy reads and writes each byte. */
export function memoryBandwidth(): number {
  const from = Buffer.alloc(COPIED_BYTES / 2, 1);
  const to = Buffer.alloc(COPIED_BYTES / 2);
  let best = 0;
  for (let i = 0; i < 6; i += 1) {
    const started = performance.now();
    from.copy(to);
    best = Math.max(best, COPIED_BYTES / ((performance.now() - started) / 1_000));
  }
  return Math.round(best / 1e8) / 10;
}

/** From the medians of a measured run. */
export function profile({ sides }: Versus, { topics, chunks, books }: Counts, ghz = DEFAULT_GHZ): Profile {
  const readGBs = memoryBandwidth();
  const p50 = (part: string) => sides.ours.parts[part]?.p50 ?? Number.NaN;
  const scan = (part: string, rows: number, of: string): ProfileRow => {
    const { bytes, work } = bytesOf(rows, of);
    return { part, ms: p50(part), work: `${work} = ${mb(bytes)} MB`, limitMs: bytes / (readGBs * 1e6) };
  };
  const macs = TOKENS * MACS_PER_TOKEN;
  const whole = sides.ours.all.p50;
  const rows: ProfileRow[] = [
    {
      part: 'embed',
      ms: p50('embed'),
      work: `${PROFILE.name}: ~${TOKENS} tokens in two texts × ${MACS_PER_TOKEN / 1e6} M multiply-adds`,
      limitMs: macs / (AVX2_MACS * ghz * 1e6),
    },
    scan('vec_topics', topics, 'topics'),
    scan('vec_chunks', chunks, 'passages'),
    scan('vec_phrases', books * 25, 'phrases'),
    scan('vec_books', books, 'books'),
    { part: 'fts_books', ms: p50('fts_books'), work: 'postings of the query’s words' },
    { part: 'fts_topics', ms: p50('fts_topics'), work: 'postings of the query’s words' },
    { part: 'fts_chunks', ms: p50('fts_chunks'), work: 'postings of the query’s words' },
    { part: 'fuse', ms: p50('fuse'), work: 'seven lists of up to 200' },
    {
      part: 'in the service',
      ms: p50('service'),
      work: 'all of these (keyword signals while embedding works), the passages that are shown, highlights',
    },
    {
      part: 'gRPC and client',
      ms: Math.max(0, whole - p50('service')),
      work: 'ten results with their passages',
    },
    { part: 'the whole', ms: whole, work: 'what the client waits' },
  ];
  return { readGBs, rows };
}

/** What the scan of so many rows must read. */
function bytesOf(rows: number, of: string): { bytes: number; work: string } {
  const all = `${rows.toLocaleString('en')} ${of}`;
  if (rows <= SCANNED_WHOLE) return { bytes: rows * ROW_BYTES, work: `${all} × ${ROW_BYTES} bytes` };
  const exact = EXACT_ROWS[2];
  return {
    bytes: rows * CODED_ROW_BYTES + exact * ROW_BYTES,
    work: `${all} × ${CODED_ROW_BYTES} bytes and ${exact.toLocaleString('en')} × ${ROW_BYTES}`,
  };
}

const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
