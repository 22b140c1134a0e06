/** The part of a passage that a trail quotes: whole sentences, where its reasons stand. */
import { highlights, type TextRange } from '../passages/highlights.ts';
import { parseQuery } from '../signals/fts-query.ts';
import { wordsOf } from '../words/words.ts';

/** Words of a quotation: long enough to be understood, short enough for a page of twelve. */
const MOST_WORDS = 120;

/**
 * Of all runs of whole sentences within MOST_WORDS words, the one with most marks of `reasons` (topic labels,
 * the reader's words); the longer, then the earlier among equals. A single sentence that is longer is quoted
 * whole. @returns a half-open UTF-16 range of `text`
 */
export function quoteOf(text: string, reasons: readonly string[], language: string): TextRange {
  const sentences = sentencesOf(text, language).map((range) => ({
    ...range,
    words: wordsOf(text.slice(range.start, range.end)).length,
  }));
  const marks = highlights(text, parseQuery(reasons.join(' ')));
  const marksIn = ({ start, end }: TextRange) =>
    marks.filter((mark) => mark.start >= start && mark.end <= end).length;
  let best: { range: TextRange; marks: number; words: number } | undefined;
  for (const [i, first] of sentences.entries()) {
    let words = 0;
    for (const last of sentences.slice(i)) {
      words += last.words;
      if (words > MOST_WORDS && last !== first) break;
      const range = { start: first.start, end: last.end };
      const found = marksIn(range);
      if (best === undefined || found > best.marks || (found === best.marks && words > best.words)) {
        best = { range, marks: found, words };
      }
    }
  }
  return best?.range ?? { start: 0, end: text.length };
}

/** Sentences without the blanks between them. An unknown language is read as English. */
function sentencesOf(text: string, language: string): TextRange[] {
  const [known = 'en'] = Intl.Segmenter.supportedLocalesOf(safeTag(language));
  const segmenter = new Intl.Segmenter(known, { granularity: 'sentence' });
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const trimmed = segment.trim();
    if (trimmed === '') return [];
    const start = index + segment.indexOf(trimmed);
    return [{ start, end: start + trimmed.length }];
  });
}

/** Books say anything of their language; a tag that is none is an error to Intl. */
const safeTag = (language: string) => (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : 'en');
