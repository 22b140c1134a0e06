/** What a signal says of itself: all that fusion, the floor of relevance, the API and the pages know of it. */

interface Description {
  /** Unique. Requests, traces and metrics name the signal by it. */
  readonly name: string;
  /** What it counts beside the others in fusion by score; 1 is usual. */
  readonly weight: number;
  /** Its name for readers, in lower case: "title and description". */
  readonly label: string;
  /** One sentence for readers: what it compares. */
  readonly explanation: string;
  /** Why it found an item, as a clause for readers. `matched` names the evidence: a label, a title. */
  because(matched: string): string;
}

/** Compares words: its raw scores start at 0, for items that hold none of them. */
export interface KeywordDescription extends Description {
  readonly family: 'keyword';
}

/** Compares vectors: its raw scores are cosines. */
export interface SemanticDescription extends Description {
  readonly family: 'semantic';
  readonly cosines: CosineLines;
}

/** Judges words and meaning together; its raw scores start at 0. It has a part only where both are asked for. */
export interface JointDescription extends Description {
  readonly family: 'joint';
  /** The spread of its scores, which mean the same in every list: few items must not make them louder. */
  readonly spread: number;
}

/** Cosines that mean something to a reader. They belong to the embedding model. */
export interface CosineLines {
  /** From here on one hit is worth showing, where passages are not judged by words and meaning together. */
  readonly floor: number;
  /** From here on one hit is a strong one. */
  readonly strong: number;
  /** Below this, words that stand together do so by chance. Left out by signals that say nothing about words. */
  readonly support?: number;
}

export type SignalDescription = KeywordDescription | SemanticDescription | JointDescription;
export type SignalFamily = SignalDescription['family'];
