-- The library file. Text stands once (in chunks); the FTS5 tables are external-content indexes over it.
-- Vectors are sqlite-vec int8 columns, scaled so that the largest component is 127: cosine does not see the scale.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,           -- 'fingerprint', 'generation', 'revision', 'grouping_recipe'
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Ids of books, chunks, topics, themes and domains stand in addresses: they are never given out twice.
CREATE TABLE books (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  sort_title TEXT NOT NULL,       -- lower case, no leading article
  authors TEXT NOT NULL,          -- JSON array
  author_text TEXT NOT NULL,      -- the same, joined for FTS
  sort_author TEXT NOT NULL,      -- lower case, family name first
  language TEXT NOT NULL,
  year INTEGER NOT NULL,
  description TEXT NOT NULL,
  subjects TEXT NOT NULL,         -- JSON array
  subject_text TEXT NOT NULL,
  publisher TEXT NOT NULL,
  identifiers TEXT NOT NULL,      -- JSON array
  words INTEGER NOT NULL,         -- of the body
  chunks INTEGER NOT NULL,        -- of the body
  added_at INTEGER NOT NULL       -- seconds since 1970
) STRICT;
CREATE INDEX books_by_title ON books (sort_title, id);
CREATE INDEX books_by_author ON books (sort_author, id);
CREATE INDEX books_by_added ON books (added_at, id);

-- A file of the indexed folder: what became of it. A book keeps its id when its file changes, and stays
-- when the changed file is refused: then both book_id and refused_code are set.
CREATE TABLE sources (
  file_name TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL,
  pipeline TEXT NOT NULL,
  book_id INTEGER REFERENCES books (id) ON DELETE CASCADE,
  refused_code TEXT,
  refused_reason TEXT,
  CHECK (book_id IS NOT NULL OR refused_code IS NOT NULL)
) STRICT;
CREATE INDEX sources_by_hash ON sources (content_hash);
CREATE UNIQUE INDEX sources_by_book ON sources (book_id) WHERE book_id IS NOT NULL;

CREATE TABLE covers (
  book_id INTEGER PRIMARY KEY REFERENCES books (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  media_type TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;

CREATE TABLE sections (
  book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,           -- reading order, 0-based
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('body', 'front', 'back', 'notes')),
  depth INTEGER NOT NULL,
  href TEXT NOT NULL,
  PRIMARY KEY (book_id, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE chunks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,           -- reading order within the book, 0-based
  section INTEGER NOT NULL,       -- sections.idx
  searchable INTEGER NOT NULL,    -- 1 for body sections
  start INTEGER NOT NULL,         -- UTF-16 offsets in the section's text
  stop INTEGER NOT NULL,
  position REAL NOT NULL,         -- words of the body before it / words of the body
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL            -- JSON: [[type, level, start, end, continued], ...]
) STRICT;
CREATE UNIQUE INDEX chunks_in_order ON chunks (book_id, seq);
CREATE INDEX chunks_in_section ON chunks (book_id, section, seq);
CREATE VIEW searchable_chunks AS SELECT id, text FROM chunks WHERE searchable = 1;

-- Unique across the library by kind and key. A merged topic stays, so that new books still find it; what
-- refers to it (chunk_topics, book_topics) is read as referring to its target. Targets are never merged.
CREATE TABLE topics (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('phrase', 'concept', 'name')),
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  aliases TEXT NOT NULL,          -- other words, joined by ' | '
  domain TEXT NOT NULL,           -- concepts only
  name_kind TEXT NOT NULL,        -- names only
  merged_into INTEGER REFERENCES topics (id) ON DELETE SET NULL,
  theme_id INTEGER REFERENCES themes (id) ON DELETE SET NULL, -- never on a merged topic
  theme_weight REAL NOT NULL DEFAULT 0, -- within its theme
  UNIQUE (kind, key)
) STRICT;
CREATE INDEX topics_by_theme ON topics (theme_id, theme_weight) WHERE theme_id IS NOT NULL;
CREATE INDEX topics_by_target ON topics (merged_into) WHERE merged_into IS NOT NULL;
-- Names belong to their book's page and are not searched as topics.
CREATE VIEW searchable_topics AS SELECT id, label, aliases FROM topics WHERE kind <> 'name';

-- What a reader sees of a topic: merged ones counted in, no row for a merged topic itself.
CREATE TABLE topic_counts (
  topic_id INTEGER PRIMARY KEY REFERENCES topics (id) ON DELETE CASCADE,
  passages INTEGER NOT NULL,      -- distinct chunks; occurrences for names
  books INTEGER NOT NULL
) STRICT;

CREATE TABLE chunk_topics (
  chunk_id INTEGER NOT NULL REFERENCES chunks (id) ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topics (id),
  score REAL NOT NULL,
  PRIMARY KEY (chunk_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX chunk_topics_by_topic ON chunk_topics (topic_id, chunk_id, score);

-- How often a topic stands in a book: passages for phrases and concepts, occurrences for names.
CREATE TABLE book_topics (
  book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topics (id),
  count INTEGER NOT NULL,
  PRIMARY KEY (book_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX book_topics_by_topic ON book_topics (topic_id, book_id, count);

CREATE TABLE phrases (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL,          -- 1-based
  label TEXT NOT NULL,
  weight REAL NOT NULL
) STRICT;
CREATE INDEX phrases_by_book ON phrases (book_id, rank);

CREATE TABLE domains (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL UNIQUE,
  themes INTEGER NOT NULL DEFAULT 0,
  topics INTEGER NOT NULL DEFAULT 0,
  books INTEGER NOT NULL DEFAULT 0,
  occurrences INTEGER NOT NULL DEFAULT 0 -- of its themes in all books (theme_books)
) STRICT;

CREATE TABLE themes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  domain_id INTEGER NOT NULL REFERENCES domains (id),
  topics INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  books INTEGER NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  z REAL NOT NULL
) STRICT;
CREATE INDEX themes_by_domain ON themes (domain_id, books, passages, id);

CREATE INDEX themes_by_books ON themes (books, passages, id);
CREATE INDEX themes_by_label ON themes (label, id);

-- How much of a theme stands in a book.
CREATE TABLE theme_books (
  theme_id INTEGER NOT NULL REFERENCES themes (id) ON DELETE CASCADE,
  book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  passages INTEGER NOT NULL,      -- distinct chunks
  occurrences INTEGER NOT NULL,   -- chunks times topics of the theme they carry
  PRIMARY KEY (theme_id, book_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_books_by_book ON theme_books (book_id, theme_id, passages, occurrences);

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('index', 'folder', 'group')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
  title TEXT NOT NULL,
  stage TEXT NOT NULL DEFAULT '',
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  words INTEGER NOT NULL DEFAULT 0,
  message TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL DEFAULT '',  -- uploads: name in the uploads folder
  worker TEXT NOT NULL DEFAULT '',
  owned INTEGER NOT NULL DEFAULT 0,    -- 1: made by a worker for itself
  leases INTEGER NOT NULL DEFAULT 0,   -- how often a worker took it
  lease_until INTEGER NOT NULL DEFAULT 0, -- milliseconds since 1970
  updated_at INTEGER NOT NULL          -- seconds since 1970
) STRICT;
CREATE INDEX jobs_by_state ON jobs (state, id);

CREATE VIRTUAL TABLE fts_books USING fts5 (
  title, author_text, subject_text, description,
  content = 'books', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE fts_topics USING fts5 (
  label, aliases,
  content = 'searchable_topics', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE fts_chunks USING fts5 (
  text,
  content = 'searchable_chunks', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE vec_chunks USING vec0 (chunk_id INTEGER PRIMARY KEY, embedding INT8[384] distance_metric=cosine);
CREATE VIRTUAL TABLE vec_topics USING vec0 (topic_id INTEGER PRIMARY KEY, embedding INT8[384] distance_metric=cosine);
CREATE VIRTUAL TABLE vec_phrases USING vec0 (phrase_id INTEGER PRIMARY KEY, embedding INT8[384] distance_metric=cosine);
CREATE VIRTUAL TABLE vec_books USING vec0 (book_id INTEGER PRIMARY KEY, embedding INT8[384] distance_metric=cosine);
CREATE VIRTUAL TABLE vec_themes USING vec0 (theme_id INTEGER PRIMARY KEY, embedding INT8[384] distance_metric=cosine);
