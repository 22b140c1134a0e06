// Generated from proto/libtrails by `npm run proto`. Do not edit.
import type { AddedSpan, BlockType, DegradationCode, EmbeddingState, EvidenceKind, FilterName, JobKind, JobState, LibraryState, Mode, PlaceState, QueryField, Relevance, Scope, SectionKind, SignalAnswer, SignalFamily, SuggestionKind, TopicKind } from './values.ts';

export interface Block {
  type: BlockType;
  /** UTF-16 offset of the block's first character in the section's text. */
  start: number;
  text: string;
  /** 1..6 for headings, else 0. */
  level: number;
}

export interface Book {
  id: number;
  title: string;
  authors: string[];
  fileName: string;
  language: string;
  /** Year of the work or edition as the file states it; 0 if unknown. */
  year: number;
  words: number;
  /** Content hash of the cover for cache-safe addresses; empty if there is none. */
  cover: string;
  subjects: string[];
  /** Empty and 0 if the file names none. */
  series: string;
  seriesIndex: number;
  /** "#rrggbb": the colour that fills most of the cover; empty for covers made before it was measured. */
  coverColor: string;
  /** Of the largest stored size, in pixels; 0 if unknown. */
  coverWidth: number;
  coverHeight: number;
  /** Beside the title ("A Memoir"); empty if the file does not tell it apart. */
  subtitle: string;
}

export interface BookCount {
  book: Book;
  passages: number;
  /** Theme, domain and topic pages: how much more the book speaks of it than the library does, 1 = as much. */
  concentration: number;
  /** Part of the book's topic occurrences, 0..1. */
  share: number;
  /** Theme and domain pages: it is the leading one of this book. */
  primary: boolean;
}

export interface BookDetail {
  book: Book;
  description: string;
  publisher: string;
  sections: SectionRef[];
  phrases: string[];
  /** Phrases and concepts by weight. */
  topics: Topic[];
  /** People and places. */
  names: Topic[];
  themes: Theme[];
  /** Shares of the book's topic occurrences by domain, adding up to 1. */
  domains: DomainShare[];
  passages: number;
  /** Seconds since 1970 when it was indexed. */
  addedAt: number;
  /** Table of contents: all sections with depth and place. */
  contents: ContentsEntry[];
  /** Shares of the book's topic occurrences by theme, largest first, at most 24; they add up to 1 or less. */
  themeShares: ThemeShare[];
  /** Files of other formats with the same text, which are not indexed: "moby-dick.pdf" beside "moby-dick.epub". */
  otherFiles: string[];
  /** Opens the book in the program that keeps it, such as "calibre://show-book/Books/7"; empty if none does. */
  catalogueLink: string;
  /** Stars given there, 0 to 5; 0 if it is not rated. */
  rating: number;
}

export interface ContentsEntry {
  index: number;
  title: string;
  kind: SectionKind;
  /** Nesting depth, 0-based. */
  depth: number;
  words: number;
  /** Where it begins in the book, 0..1. */
  position: number;
}

export interface Counts {
  books: number;
  sections: number;
  passages: number;
  topics: number;
  names: number;
  phrases: number;
  themes: number;
  domains: number;
  words: number;
}

export interface Degradation {
  code: DegradationCode;
  message: string;
  /** Signals that are missing or incomplete. */
  signals: string[];
}

export interface DistinctTopic {
  topic: Topic;
  /** Share among its books' topic occurrences / share among all; above 1. */
  lift: number;
}

export interface Domain {
  id: number;
  label: string;
  themes: number;
  topics: number;
  books: number;
  /** Share of the library's topic occurrences, 0..1. */
  share: number;
}

export interface DomainDetail {
  domain: Domain;
  themes: Theme[];
  books: BookCount[];
  /** What sets it apart: topics that stand in it far more often than in the library, most telling first. */
  distinct: DistinctTopic[];
}

export interface DomainRef {
  id: number;
  label: string;
}

export interface DomainShare {
  domain: DomainRef;
  share: number;
}

export interface EmbeddingStatus {
  state: EmbeddingState;
  message: string;
  fingerprint: string;
  backend: string;
}

export interface FacetValue {
  /** What to put into the filter. */
  value: string;
  label: string;
  count: number;
}

/** Of the books that the search found, filters applied. */
export interface Facets {
  authors: FacetValue[];
  series: FacetValue[];
  subjects: FacetValue[];
  languages: FacetValue[];
  domains: FacetValue[];
  themes: FacetValue[];
  /** By decade: "1850" is 1850 to 1859. */
  decades: FacetValue[];
  /** Added within the last day, week, month or year. */
  added: FacetValue[];
  /** Books whose year is not known, which are in no decade. */
  undated: number;
}

export interface FieldMatch {
  /** What was typed before the colon. */
  field: QueryField;
  value: string;
  books: number;
}

export interface FilterCost {
  /** Name of the field in SearchFilters as JSON writes it: "authors", "yearFrom", "addedAfter". */
  filter: FilterName;
  /** Results without this filter. */
  total: number;
  totalExact: boolean;
}

/** What an answer was made from; equal versions give equal answers. */
export interface IndexVersion {
  revision: number;
  generation: number;
}

export interface JobStatus {
  id: number;
  /** "index": one uploaded file; "folder": a whole folder; "group": themes and domains. */
  kind: JobKind;
  state: JobState;
  title: string;
  stage: string;
  done: number;
  total: number;
  words: number;
  message: string;
  updatedAt: number;
  /** A failed upload whose file is still here: POST /jobs/{id}/retry. */
  retryable: boolean;
}

export interface Journey {
  cells: JourneyCell[];
  /** Themes and domains that the cells name. */
  themes: Theme[];
}

export interface JourneyCell {
  /** Where it begins in the book, 0..1. */
  position: number;
  /** Its first passage: section, offset, id. */
  section: number;
  start: number;
  passageId: number;
  /** The strongest theme; 0 if no passage of the cell speaks of any. */
  themeId: number;
  domainId: number;
  /** Part of the cell's topic occurrences that belongs to the theme, 0..1. */
  share: number;
}

export interface Latency {
  stage: string;
  p50Ms: number;
  p95Ms: number;
  /** Searches that ran the stage. */
  searches: number;
  /** Of a signal, its name for readers; else empty. */
  label: string;
}

export interface ListBooksResponse {
  books: Book[];
  /** Empty on the last page. */
  nextCursor: string;
  total: number;
  /** If they were asked for. */
  facets?: Facets;
  /** Pages of `limit` books. */
  pages: number;
}

export interface ListDomainsResponse {
  domains: Domain[];
}

export interface ListJobsResponse {
  jobs: JobStatus[];
  /** As indexing_paused of the status. */
  paused: boolean;
}

export interface ListSignalsResponse {
  /** In the order in which results list them. */
  signals: SignalInfo[];
}

export interface ListThemesResponse {
  themes: Theme[];
  nextCursor: string;
  total: number;
  pages: number;
  /** Domains with the number of themes that the query leaves, the domain filter aside. */
  domains: FacetValue[];
  /** For each theme, in order. */
  cards: ThemeCard[];
}

/** The place where a page of the printed book begins. */
export interface PageStart {
  /** As printed; empty if the book does not say. */
  label: string;
  /** UTF-16 offset in the text that it is given for. */
  at: number;
}

export interface Passage {
  id: number;
  bookId: number;
  section: SectionRef;
  /** UTF-16 offsets into the section's text. */
  start: number;
  end: number;
  text: string;
  /** Half-open [start, end) UTF-16 ranges within text. */
  highlights: Range[];
  /** Place in the book, 0..1. */
  position: number;
  /** Its first letters and digits as 32 characters, "call-me-ishmael-some-years-ago-ne": with section and range an address that survives re-indexing (ResolvePlace). */
  opening: string;
  /** Ranges within text of the sentence that is nearest to the query in meaning; empty outside search. */
  sentences: Range[];
  /** Printed pages that it stands on, with the places in `text` where they begin: 0 for the first, which may have begun before. Empty if the book has no page numbers. */
  pages: PageStart[];
  /** The same as it is cited: "12", "12–14", "xii"; empty if they are not known. */
  page: string;
}

export interface PassageContext {
  book: Book;
  passage: Passage;
  /** Typed blocks of the passage itself. */
  blocks: Block[];
  before: Passage[];
  after: Passage[];
  topics: Topic[];
}

/** Why a request failed: problem details (RFC 9457). */
export interface Problem {
  /** Address of a page about this kind of problem, relative to the service. */
  type: string;
  title: string;
  /** HTTP status. */
  status: number;
  /** What is wrong and what to do. */
  detail: string;
  code: string;
  /** Path that was asked for. */
  instance?: string;
  requestId: string;
}

/** Half-open: [start, end) in UTF-16 units. */
export type Range = [start: number, end: number];

export interface RefusedFile {
  fileName: string;
  /** Why, for programs. A newer indexer may send others. */
  code: string;
  reason: string;
}

export interface RelatedBook {
  rank: number;
  score: number;
  book: Book;
  signals: SignalTrace[];
  /** Up to five topics that both books speak of, the most telling first. */
  sharedTopics: Topic[];
  /** The reason in one line: "both speak of solitude, polar travel". */
  reason: string;
}

export interface RelatedPassage {
  book: Book;
  passage: Passage;
  /** Cosine of the two passages, 0..1. */
  similarity: number;
  /** Topics that both carry. */
  sharedTopics: Topic[];
}

export interface RelatedPassagesResponse {
  results: RelatedPassage[];
}

export interface RelatedResponse {
  tookMs: TookMs;
  results: RelatedBook[];
  degraded: boolean;
  degradedReasons: string[];
  /** As in SearchResponse. */
  signals: SignalState[];
}

export interface ResolvedPlace {
  /** "same": the text is where it was. "moved": found elsewhere. "nearest": the text has changed, this is the nearest place. */
  state: PlaceState;
  section: number;
  start: number;
  end: number;
  /** The passage that holds the start; 0 where sections are not searched. */
  passageId: number;
}

export interface Result {
  /** 1-based. */
  rank: number;
  /** Fused score. With fusion "scores" (default) the weighted sum of each signal's standardised score; with "rrf" the sum of 1/(60 + rank) over the signals. Compare it within one answer only. */
  score: number;
  /** The book of a book or passage result; unset for topics, themes and domains. */
  book?: Book;
  /** Best passage (books) or the result itself (passages). */
  passage?: Passage;
  topic?: Topic;
  theme?: Theme;
  domain?: Domain;
  /** With explain, in descending share. */
  signals?: SignalTrace[];
  /** How good it is: see retrieval's README for what sets the lines. */
  relevance: Relevance;
  /** The best other passages of the same book, as many as `also` asked for. */
  also: Passage[];
  /** Passages of this book that the search found beside `passage`. */
  alsoTotal: number;
}

/** What the caller may do. */
export interface Rights {
  read: boolean;
  write: boolean;
  /** By a session, which DELETE /session ends. */
  signedIn: boolean;
}

export interface ScopeCount {
  scope: Scope;
  count: number;
  /** False: "count+". */
  exact: boolean;
}

export interface SearchResponse {
  query: string;
  scope: Scope;
  mode: Mode;
  /** How many distinct items any signal found, before limit and offset. */
  total: number;
  /** False when the best evidence is noise. */
  relevant: boolean;
  /** True when a signal that the mode asks for could not answer. */
  degraded: boolean;
  /** Why, in words a reader understands. */
  degradedReasons: string[];
  tookMs: TookMs;
  results: Result[];
  /** False if a signal's list was cut off, so that there may be more than `total`: say "500+". */
  totalExact: boolean;
  counts: ScopeCount[];
  /** If they were asked for. */
  facets?: Facets;
  /** What could not answer, for programs; degraded_reasons are its messages. */
  degradations: Degradation[];
  /** Near spellings of the query, where a word of it is not in the library; best first, without `searched_for`. */
  suggestions: string[];
  /** With facets, where a filter left nothing that is relevant: what each filter costs, dearest first. */
  without: FilterCost[];
  /** Scope EVERYTHING: passages from books that are not among `results`. */
  foundInside: Result[];
  topics: Result[];
  themes: Result[];
  domains: Result[];
  index: IndexVersion;
  /** Fields of the typed query ("author:austen"), with the books that fit each of them. */
  narrowedTo: FieldMatch[];
  /** Words and quotations of the typed query after a minus: passages that hold them are left out. */
  leftOut: string[];
  /** Every signal with its part in this answer, in the order of ListSignals. */
  signals: SignalState[];
  /** What was searched in place of the query: unknown words in their nearest spelling. Empty if as it was typed. */
  searchedFor: string;
  /** Scope EVERYTHING: the passage of the first result where it alone answers the query, as one does that holds what the reader quotes or describes. 0 if none does. */
  answeringPassage: number;
}

export interface SectionRef {
  /** Place in reading order, 0-based. */
  index: number;
  title: string;
  kind: SectionKind;
}

export interface SectionText {
  book: Book;
  section: SectionRef;
  blocks: Block[];
  /** The passages of the section with their ranges, text left empty. */
  passages: Passage[];
  /** Neighbours in reading order; unset at either end. */
  previous?: SectionRef;
  next?: SectionRef;
  /** Printed pages with the places in the section's text where they begin, as in Passage. */
  pages: PageStart[];
}

/** A signal: one way to find items. */
export interface SignalInfo {
  name: string;
  /** keyword: compares words; semantic: compares vectors; joint: both in one place. */
  family: SignalFamily;
  /** Its name for readers: "title and description". */
  label: string;
  /** One sentence on what it compares. */
  explanation: string;
  /** What it can find. */
  scopes: Scope[];
  /** What it counts beside the others in fusion by score; 1 is usual. */
  weight: number;
}

/** What a signal did for one answer. */
export interface SignalState {
  name: string;
  family: SignalFamily;
  /** Its name for readers. */
  label: string;
  /** silent: asked, but could not answer; unasked: has no part in this kind of answer. */
  state: SignalAnswer;
}

export interface SignalTrace {
  name: string;
  /** 1-based rank in this signal's own list. */
  rank: number;
  /** The signal's own score: bm25 (higher is better) or cosine. */
  raw: number;
  /** Part of the fused score, 0..1; the shares of one result add up to 1. */
  share: number;
  /** What matched: the topic's label, the phrase, the beginning of the passage, the title. */
  matched: string;
  matchedKind: EvidenceKind;
  matchedId: number;
  /** The result's rank had this signal kept silent; 0 if it would not be found at all. */
  rankWithout: number;
  /** Why the signal found this result, as a clause for readers: "your words are in the text". */
  because: string;
}

export interface StatusResponse {
  version: string;
  state: LibraryState;
  counts: Counts;
  /** Fingerprint of the library's vectors; empty while the library is. */
  fingerprint: string;
  embedding: EmbeddingStatus;
  jobs: JobStatus[];
  refused: RefusedFile[];
  libraryBytes: number;
  uptimeSeconds: number;
  memoryBytes: number;
  generation: number;
  /** Over the last 1,000 searches: "total", "embed", "fuse" and each signal. */
  latencies: Latency[];
  /** Limit of this process's memory group; 0 if there is none. */
  memoryLimitBytes: number;
  /** Vectors held in memory. */
  vectorBytes: number;
  revision: number;
  /** Files and folders that are left out, up to 200 of skipped_total; as the indexer saw them when it last looked. */
  skipped: RefusedFile[];
  skippedTotal: number;
  /** Jobs wait until indexing is resumed. */
  indexingPaused: boolean;
}

export interface SuggestResponse {
  completions: Suggestion[];
  /** Near spellings of the whole query, best first; empty where every word is known. */
  spellings: string[];
}

export interface Suggestion {
  kind: SuggestionKind;
  /** Of the book, topic or theme; 0 for authors and names. */
  id: number;
  text: string;
  /** Books behind it. */
  books: number;
}

export interface Theme {
  id: number;
  label: string;
  /** Its leading topics in one line. */
  subtitle: string;
  topics: number;
  passages: number;
  books: number;
  domain: DomainRef;
}

export interface ThemeCard {
  themeId: number;
  /** Part of the theme's occurrences that stands in its three leading books, 0..1. */
  concentration: number;
  /** Its three leading books. */
  books: Book[];
}

export interface ThemeDetail {
  theme: Theme;
  topics: Topic[];
  books: BookCount[];
  passages: TopicPassage[];
  /** Nearest themes in the vector space. */
  neighbours: Theme[];
  /** `neighbours` with their distances. */
  near: ThemeNeighbour[];
}

export interface ThemeNeighbour {
  theme: Theme;
  /** Cosine distance in the space of the vectors, 0..2. */
  distance: number;
}

export interface ThemeShare {
  theme: Theme;
  share: number;
}

export interface TookMs {
  total: number;
  embed: number;
  signals: Record<string, number>;
  fuse: number;
}

export interface Topic {
  id: number;
  label: string;
  kind: TopicKind;
  passages: number;
  books: number;
}

export interface TopicDetail {
  topic: Topic;
  /** Labels that were merged into it, and a concept's aliases. */
  variants: string[];
  /** Unset where it belongs to none. */
  theme?: Theme;
  passages: TopicPassage[];
  books: BookCount[];
  /** Topics of the same passages. */
  related: Topic[];
}

export interface TopicPassage {
  book: Book;
  passage: Passage;
}

/** Why a step follows the one before. */
export interface TrailLink {
  /** Cosine of the two passages around the library's mean passage. */
  similarity: number;
  /** Topics that both passages carry, the most telling first. */
  sharedTopics: Topic[];
  /** Where they share none: the topic of either that is nearest to both. */
  bridge?: Topic;
}

export interface TrailResponse {
  from: string;
  to: string;
  seed: number;
  /** False when nothing in the library is about one of the ends. */
  relevant: boolean;
  degraded: boolean;
  degradedReasons: string[];
  tookMs: number;
  steps: TrailStep[];
  /** What the ends are called: the reader's words, a topic's label, the book of a passage; empty without `to`. */
  fromName: string;
  toName: string;
}

export interface TrailStep {
  /** 1-based. */
  step: number;
  book: Book;
  passage: Passage;
  /** The part of the passage to quote: whole sentences, half-open UTF-16 range within its text. */
  quote: Range;
  /** From the step before; unset for the first. */
  link?: TrailLink;
  pinned: boolean;
  /** Printed pages of the quote, as in Passage. */
  page: string;
}

export interface UniversePoint {
  themeId: number;
  label: string;
  domainId: number;
  books: number;
  /** -1..1. */
  x: number;
  y: number;
  z: number;
  /** On the map: a layout of its own in two dimensions, -1..1. */
  mapX: number;
  mapY: number;
}

export interface UniverseResponse {
  /** Changes with every grouping; use it as an ETag. */
  generation: number;
  points: UniversePoint[];
  domains: DomainRef[];
}
