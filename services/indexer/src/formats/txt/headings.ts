/** Which short paragraphs of a plain text are headings: by their words, or by capitals with space above. */
import { countWords } from '../text/plain-text.ts';
import { joinedLines, type Paragraph } from './paragraphs.ts';

export interface Heading {
  text: string;
  /** 1 for books and parts, 2 for chapters, 3 for what says neither. */
  level: number;
  /** It says what it is and its number, and no more: what follows may be its title. */
  bare: boolean;
}

const MAX_UNITS = 120;
const MAX_WORDS = 14;
const MAX_LINES = 3;
/** Empty lines above capitals that make them a heading. */
const CAPITALS_GAP = 2;
/** Empty lines above a line without the end of a sentence that make it a heading. */
const LINE_GAP = 3;

const NUMBER = String.raw`(?:\d{1,4}|[ivxlcdm]{1,9}|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ][a-z]+)?|thirty(?:[- ][a-z]+)?|last))`;
const LARGE = 'book|part|volume|act|livre|tome|partie|buch|teil|band|libro|parte|часть|том|книга';
const SMALL =
  'chapter|canto|scene|section|letter|stave|lecture|essay|adventure|chapitre|kapitel|capítulo|capitolo|hoofdstuk|глава';
const NAMED =
  /^(?:prologue|epilogue|preface|foreword|introduction|introductory|conclusion|afterword|postscript|appendix(?: [a-z0-9]{1,4})?|contents|table of contents|notes|index|bibliography|glossary|dedication|acknowledge?ments|vorwort|nachwort|einleitung|préface|avant-propos|prólogo|предисловие|пролог|эпилог)[.:]?$/iu;
const LARGE_HEADING = new RegExp(`^(?:${LARGE})\\b[ .]*${NUMBER}(?![\\p{L}\\d])(.*)$`, 'iu');
const SMALL_HEADING = new RegExp(`^(?:${SMALL})(?![\\p{L}])[ .]*${NUMBER}(?![\\p{L}\\d])(.*)$`, 'iu');
const NUMERAL = /^(?:\d{1,3}|[IVXLC]{1,9})[.:]?$/;
const ENDS_A_SENTENCE = /[,;]$|[\p{Ll}][.!?]["”’]?$/u;

/** Undefined if the paragraph is text. */
export function headingOf(paragraph: Paragraph): Heading | undefined {
  const { lines, gap } = paragraph;
  if (lines.length > MAX_LINES) return undefined;
  const text = joinedLines(lines).replace(/\s+/g, ' ');
  if (text.length > MAX_UNITS || countWords(text) > MAX_WORDS) return undefined;
  if (/^#{1,6} \S/.test(text)) {
    const [, marks = '', title = ''] = /^(#{1,6}) (.*?)#*$/.exec(text) ?? [];
    return { text: title, level: marks.length, bare: false };
  }
  const large = LARGE_HEADING.exec(text);
  if (large !== null && isTitleRest(large[1]!)) return { text, level: 1, bare: isBare(large[1]!) };
  const small = SMALL_HEADING.exec(text);
  if (small !== null && isTitleRest(small[1]!)) return { text, level: 2, bare: isBare(small[1]!) };
  if (NAMED.test(text)) return { text, level: 2, bare: false };
  if (NUMERAL.test(text) && gap >= 1) return { text, level: 3, bare: true };
  if (gap >= CAPITALS_GAP && isCapitals(text)) return { text, level: 2, bare: false };
  const isLine = lines.length === 1 && /^[\p{Lu}\d“"]/u.test(text) && !ENDS_A_SENTENCE.test(text);
  if (gap >= LINE_GAP && isLine) return { text, level: 2, bare: false };
  return undefined;
}

/** After "Chapter 5": nothing, or a title, which does not go on as a sentence does ("Part one of the cake"). */
function isTitleRest(rest: string): boolean {
  const trimmed = rest.trim();
  return (
    trimmed === '' ||
    /^[.:—–-]/.test(trimmed) ||
    (/^[\p{Lu}"“(]/u.test(trimmed) && !ENDS_A_SENTENCE.test(trimmed))
  );
}

const isBare = (rest: string) => /^[\s.:—–-]*$/.test(rest);

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 3 || /^[*\-=_~]/.test(text)) return false;
  return letters.every((letter) => letter === letter.toUpperCase() && letter !== letter.toLowerCase());
}

/** A title below a number is one line and shorter than this, in UTF-16 units. */
const MAX_TITLE_UNITS = 70;

/** Is the paragraph the title of the numbered heading right before it? */
export function isTitleAfter(before: Heading, { lines, gap }: Paragraph): boolean {
  const text = lines.join(' ').trim();
  if (!before.bare || lines.length > 1 || gap > 3 || text.length > MAX_TITLE_UNITS) return false;
  if (NUMERAL.test(text) || LARGE_HEADING.test(text) || SMALL_HEADING.test(text)) return false;
  return /^[\p{Lu}"“(]/u.test(text) && !ENDS_A_SENTENCE.test(text);
}
