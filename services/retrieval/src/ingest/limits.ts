/** How large one book or grouping may be. Far above any real one: they keep a broken caller from filling the memory. */

/** The longest novels have about 12 million characters. */
export const MAX_TEXT_UNITS = 32 * 1024 * 1024;
export const MAX_SECTIONS = 10_000;
/** Printed pages of one section, and UTF-16 units of a label; real ones have up to 5,000 and about eight. */
export const MAX_PAGES = 50_000;
export const MAX_PAGE_LABEL_UNITS = 100;
export const MAX_CHUNKS = 50_000;
export const MAX_TOPICS = 100_000;
export const MAX_TOPICS_PER_CHUNK = 256;
/** The topic recipe gives 25. */
export const MAX_PHRASES = 100;
export const MAX_COVER_BYTES = 8 * 1024 * 1024;
/** Titles, labels, names, keys, paths, in UTF-16 units. */
export const MAX_LABEL_UNITS = 4_096;
/** Books received at the same time; each may hold its text in memory. */
export const MAX_OPEN_BOOKS = 4;
export const MAX_THEMES = 100_000;
export const MAX_DOMAINS = 1_000;
