/** The receiving end of one stream: parts in, then the answer; `abandon` if the stream breaks off. */
export interface Receiver<Part, Answer> {
  /** Takes the next part. @throws LibTrailsError, or rejects, as soon as the parts can't become a whole any more */
  add(part: Part): void | Promise<void>;
  /** Stores the whole. @throws LibTrailsError; the library is as before then */
  finish(): Promise<Answer>;
  abandon(): void;
}
