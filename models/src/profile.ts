/**
 * The model's profile: how its vectors are made, and every number that was fitted to their cosines. Each profile is a
 * folder of `models/profiles`; the first part of a fingerprint is its name. Another model is another folder.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Pooling = 'cls' | 'mean';

/** Kind of a text. */
export type TextKind = 'QUERY' | 'PASSAGE' | 'LABEL';

export interface ModelProfile {
  /** Folder of the profile, absolute. */
  folder: string;
  name: string;
  /** Length of a vector: a multiple of 16, at most 1,024 (the scan kernels' limits). */
  dims: number;
  /** Longest input in tokens, special tokens included. */
  maxTokens: number;
  pooling: Pooling;
  normalisation: 'l2';
  /** What goes before a text of each kind. */
  prefixes: Readonly<Record<TextKind, string>>;
  /** Changes whenever a prefix changes, so that vectors of different prefixes are told apart. */
  prefixVersion: string;
  /** ISO 639-1 codes of the languages that the calibration holds for. */
  languages: readonly string[];
  calibration: Calibration;
}

type SemanticSignal = 'vec_chunks' | 'vec_books' | 'vec_topics' | 'vec_phrases';

/** Cosines that were fitted to the model. Where each is used says what it was measured on. */
export interface Calibration {
  /** Cosines of a query with a passage, a book, a topic and a phrase. */
  relevance: {
    /** Least cosine of the best hit where a signal is judged by itself. */
    floors: Readonly<Record<SemanticSignal, number>>;
    /** A hit from here on is strong. */
    strong: Readonly<Record<SemanticSignal, number>>;
    /** Least cosine of a passage that was found by its words. */
    support: number;
    /** About where the cosines of unrelated texts end. */
    unrelated: number;
  };
  passages: {
    /** Below this, two passages have no more in common than any two. */
    related: number;
  };
  labels: {
    /** What any two labels have in common. */
    unrelated: number;
    /** Length of the mean of unit passage vectors over many books. */
    originLength: number;
  };
  /** Cosines of passages around the library's mean. */
  trails: {
    /** A link that reaches this costs nothing. */
    near: number;
    /** A link below this is a leap. */
    leap: number;
    /** From here on two passages say the same. */
    same: number;
    /** What is left of a passage's part in the direction of how it is written. */
    mannerKept: number;
  };
  /** Centred cosines of a passage with labels and concepts, and scores that are made of them. */
  topics: {
    phrase: number;
    /** Where fewer reach `phrase`, the best from here on is taken instead. */
    onlyPhrase: number;
    candidate: number;
    candidateNoun: number;
    /** A concept this near needs no word of it in the passage. */
    plainConcept: number;
    concept: number;
  };
  /** Centred cosines of labels among each other, of labels with centroids, and of concepts with themes. */
  grouping: {
    neighbour: number;
    attach: number;
    domain: number;
    newName: number;
    merge: Readonly<Record<'sameWords' | 'commonWord' | 'otherWords' | 'concept', number>>;
    title: number;
  };
}

const PROFILES = resolve(import.meta.dirname, '../profiles');
const DEFAULT_PROFILE = 'bge-small-en-v1.5';

/**
 * Reads a profile.
 * @param name of a folder of `models/profiles`, or the path of another folder
 * @throws Error naming the file and what is wrong with it
 */
export function readProfile(name: string): ModelProfile {
  const folder = /[\\/]/.test(name) ? resolve(name) : join(PROFILES, name);
  const file = join(folder, 'profile.json');
  if (!existsSync(file)) throw new Error(`There is no model profile ${file}: check LIBTRAILS_PROFILE`);
  const profile: ModelProfile = { ...JSON.parse(readFileSync(file, 'utf8')), folder };
  const wrong = wrongOf(profile);
  if (wrong !== undefined) throw new Error(`${file}: ${wrong}`);
  return profile;
}

function wrongOf({ dims, maxTokens, pooling, normalisation, name }: ModelProfile): string | undefined {
  if (!(dims > 0 && dims <= 1_024 && dims % 16 === 0)) return 'dims must be a multiple of 16 up to 1024';
  if (!Number.isInteger(maxTokens) || maxTokens < 16) return 'maxTokens must be an integer of 16 or more';
  if (pooling !== 'cls' && pooling !== 'mean') return 'pooling must be "cls" or "mean"';
  if (normalisation !== 'l2') return 'normalisation must be "l2"';
  if (name.includes('/')) return 'name must not contain a slash';
  return undefined;
}

/** The profile of this process: LIBTRAILS_PROFILE, or the one that is shipped. */
export const PROFILE: ModelProfile = readProfile(process.env.LIBTRAILS_PROFILE || DEFAULT_PROFILE);

/** The profile's name in a fingerprint such as `bge-small-en-v1.5/int8/cls/l2/q1`. */
export function profileNameOf(fingerprint: string): string {
  return fingerprint.slice(0, fingerprint.indexOf('/'));
}
