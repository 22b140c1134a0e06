/** How large the libraries are that are measured. */

export interface LibrarySize {
  name: string;
  /** Books, chunks that are searched, topics with a vector (phrases and concepts), themes. */
  books: number;
  chunks: number;
  topics: number;
  themes: number;
}

/** The 100 books of the article's demo, and its author's own library. */
export const DEMO: LibrarySize = { name: 'demo', books: 100, chunks: 31_849, topics: 121_118, themes: 2_500 };
export const SCALE: LibrarySize = {
  name: 'scale',
  books: 926,
  chunks: 335_010,
  topics: 837_320,
  themes: 7_061,
};
/** For a first look, and for machines that have no time: what the starter shelf can be grown to in seconds. */
export const QUICK: LibrarySize = { name: 'quick', books: 20, chunks: 2_600, topics: 10_000, themes: 200 };

/** A library of so many topics, in the demo's proportions. */
export function inProportion(topics: number): LibrarySize {
  const share = topics / DEMO.topics;
  const of = (count: number) => Math.max(2, Math.round(count * share));
  return {
    name: topics >= 1_000_000 ? `${topics / 1_000_000}M` : `${topics / 1_000}K`,
    books: of(DEMO.books),
    chunks: of(DEMO.chunks),
    topics,
    themes: of(DEMO.themes),
  };
}

/** The sizes of the plot of latency against library size. */
export const CURVE: readonly LibrarySize[] = [10_000, 30_000, 100_000, 300_000, 1_000_000].map(inProportion);
