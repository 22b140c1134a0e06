/** What a section looks like: running text, a list of links, an index, notes, a page of rights. */
import type { ContentBlock } from './content-block.ts';
import { countWords } from './plain-text.ts';

/** A paragraph with sentences and at least this many words is running text. */
const PROSE_WORDS = 20;
/** Words from one end of a sentence to the next, at most, in running text. */
const MAX_SENTENCE_WORDS = 120;
/** A link of more words that ends as a sentence does is a sentence, and no entry of a list. */
const SENTENCE_WORDS = 8;
/** Share of a block's words that are links, from which on it is an entry of a list. */
const LINKED_SHARE = 0.6;

const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s|$)|[。！？؟।]/g;
const ENDS_A_SENTENCE = /[.!?…。！？؟।]["'”’»)\]]*$/;
/** "apples, 12, 45–47", "Chapter One …… 7", "see Rope". */
const INDEX_ENTRY = /(?:\d|\b[ivxlc]{2,})\s*(?:n\.?|ff?\.?)?[.)]?$|\bsee (?:also )?\p{L}/iu;
/** "12. …", "[3] …", "* …", "P. 14, l. 2: …", "Note 5". */
const NOTE_START = /^\W{0,2}(?:\d{1,4}|[*†‡§¶‖]|(?:note|page|p\.|pp\.)\s*\d)/i;
/** What hardly any other text says. */
const RIGHTS = /\ball rights reserved\b|\bISBN\b|©|\bfirst published (?:in|by)\b/gi;
/** What pages of rights say besides. */
const IMPRINT =
  /\bcopyright\b|\blibrary of congress\b|\bcatalogu?ing\b|\bno part of this\b|\breproduced\b|\bprinted (?:in|by)\b|\bpublished (?:in|by)\b|\blicen[cs]ed?\b/gi;
const GUTENBERG_LICENCE = /project gutenberg(?:-tm|™| literary archive| license)/gi;
/** Longer texts are no page of rights and no licence: they are not searched for phrases. */
const MAX_PHRASED_WORDS = 6_000;

export interface SectionShape {
  /** Words; in scripts without spaces, half the characters. */
  words: number;
  headingWords: number;
  /** Share of the words outside headings that are in running text. */
  prose: number;
  /** Words that are links to other places of the book. */
  linkedWords: number;
  /** Share of the words outside headings in blocks that are links and no sentences. */
  entries: number;
  /** Share of the words outside headings in blocks that end as entries of an index or of a list of pages do. */
  indexed: number;
  /** Share of the blocks outside headings that begin as notes do, or are marked as such. */
  notes: number;
  /** Phrases of pages of rights. */
  rights: number;
  /** Further phrases that stand there, and elsewhere. */
  imprint: number;
  licences: number;
}

export function shapeOf(blocks: readonly ContentBlock[]): SectionShape {
  let words = 0;
  let headingWords = 0;
  let proseWords = 0;
  let linkedWords = 0;
  let entryWords = 0;
  let indexedWords = 0;
  let noteBlocks = 0;
  let others = 0;
  for (const block of blocks) {
    const size = sizeOf(block.text);
    words += size;
    linkedWords += block.linkedWords;
    if (block.type === 'heading') {
      headingWords += size;
      continue;
    }
    others++;
    const isSentence = size >= SENTENCE_WORDS && ENDS_A_SENTENCE.test(block.text);
    const isLinked = block.linkedWords > 0 && block.linkedWords >= LINKED_SHARE * size;
    if (isLinked && !isSentence) entryWords += size;
    else if (isProse(block, size)) proseWords += size;
    else if (INDEX_ENTRY.test(block.text)) indexedWords += size;
    if (block.type === 'note' || block.type === 'item' || NOTE_START.test(block.text)) noteBlocks++;
  }
  const rest = Math.max(1, words - headingWords);
  const text = words <= MAX_PHRASED_WORDS ? blocks.map((block) => block.text).join('\n') : '';
  return {
    words,
    headingWords,
    prose: proseWords / rest,
    linkedWords,
    entries: entryWords / rest,
    indexed: indexedWords / rest,
    notes: noteBlocks / Math.max(1, others),
    rights: text.match(RIGHTS)?.length ?? 0,
    imprint: text.match(IMPRINT)?.length ?? 0,
    licences: text.match(GUTENBERG_LICENCE)?.length ?? 0,
  };
}

/** Lines of verse are running text as well. */
function isProse({ type, text }: ContentBlock, size: number): boolean {
  if (type === 'verse') return true;
  return size >= PROSE_WORDS && size <= MAX_SENTENCE_WORDS * (text.match(SENTENCE_END)?.length ?? 0);
}

/** Words; of scripts without spaces between them (Thai to Khmer, kana, Han) two characters are about one. */
export function sizeOf(text: string): number {
  let unspaced = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x0e00 || unit > 0x9fff) continue;
    if (
      unit < 0x0f00 ||
      (unit >= 0x1000 && unit < 0x10a0) ||
      (unit >= 0x1780 && unit < 0x1800) ||
      unit >= 0x3040
    ) {
      unspaced++;
    }
  }
  return countWords(text) + (unspaced >> 1);
}
