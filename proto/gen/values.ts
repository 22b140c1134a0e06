// Generated from proto/libtrails by `npm run proto`. Do not edit.

export const SCOPES = ['books', 'passages', 'topics', 'themes', 'domains', 'everything'] as const;
export type Scope = (typeof SCOPES)[number];

export const MODES = ['hybrid', 'keyword', 'semantic'] as const;
export type Mode = (typeof MODES)[number];

export const RESULT_ORDERS = ['relevance', 'place'] as const;
export type ResultOrder = (typeof RESULT_ORDERS)[number];

export const FUSIONS = ['scores', 'rrf'] as const;
export type Fusion = (typeof FUSIONS)[number];

export const QUERY_FIELDS = ['author', 'title', 'in', 'lang', 'page'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

export const FILTER_NAMES = ['authors', 'series', 'subjects', 'languages', 'domains', 'themes', 'yearFrom', 'yearTo', 'addedAfter', 'books', 'undated'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export const ADDED_SPANS = ['day', 'week', 'month', 'year'] as const;
export type AddedSpan = (typeof ADDED_SPANS)[number];

export const DEGRADATION_CODES = ['embedding_unavailable', 'embedding_timeout', 'embedding_busy', 'model_mismatch', 'out_of_time'] as const;
export type DegradationCode = (typeof DEGRADATION_CODES)[number];

export const RELEVANCES = ['strong', 'fair', 'weak'] as const;
export type Relevance = (typeof RELEVANCES)[number];

export const EVIDENCE_KINDS = ['topic', 'phrase', 'passage', 'book'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const SIGNAL_FAMILIES = ['keyword', 'semantic', 'joint'] as const;
export type SignalFamily = (typeof SIGNAL_FAMILIES)[number];

export const SIGNAL_ANSWERS = ['answered', 'silent', 'unasked'] as const;
export type SignalAnswer = (typeof SIGNAL_ANSWERS)[number];

export const SECTION_KINDS = ['body', 'front', 'back', 'notes'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export const TOPIC_KINDS = ['phrase', 'concept', 'name'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

export const SUGGESTION_KINDS = ['title', 'author', 'topic', 'theme', 'name'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export const BOOK_SORTS = ['title', 'author', 'added', 'year'] as const;
export type BookSort = (typeof BOOK_SORTS)[number];

export const BLOCK_TYPES = ['heading', 'paragraph', 'verse', 'quote', 'item', 'note', 'caption'] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

export const PLACE_STATES = ['same', 'moved', 'nearest'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

export const THEME_SORTS = ['books', 'label', 'concentration'] as const;
export type ThemeSort = (typeof THEME_SORTS)[number];

export const LIBRARY_STATES = ['ready', 'empty', 'indexing'] as const;
export type LibraryState = (typeof LIBRARY_STATES)[number];

export const EMBEDDING_STATES = ['up', 'down', 'mismatch'] as const;
export type EmbeddingState = (typeof EMBEDDING_STATES)[number];

export const JOB_KINDS = ['index', 'folder', 'group'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const NAME_KINDS = ['person', 'place', 'other'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export const PUT_OUTCOMES = ['created', 'replaced', 'unchanged'] as const;
export type PutOutcome = (typeof PUT_OUTCOMES)[number];

/** Name of each filter in a query string. */
export const FILTER_PARAMETERS = {
  authors: 'author',
  series: 'series',
  subjects: 'tag',
  languages: 'lang',
  domains: 'domain',
  themes: 'theme',
  yearFrom: 'from',
  yearTo: 'to',
  addedAfter: 'added',
  books: 'book',
  undated: 'undated',
} as const;

/** Fields that HTTP writes as [start, end]. */
export const RANGE_FIELDS = ['highlights', 'sentences', 'quote'] as const;
