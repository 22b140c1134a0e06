/** Is a section text to be searched, or front matter, back matter or notes? */
import type { SectionKind } from '../../book.ts';
import type { ContentBlock } from './content-block.ts';
import { countWords } from './plain-text.ts';

/** `edge` is front before the first section of the body and back after it. */
type Verdict = SectionKind | 'edge' | undefined;

export interface SectionEvidence {
  /** From the table of contents or the first heading. */
  title: string;
  /** Path in the archive. */
  path: string;
  blocks: readonly ContentBlock[];
  /** Types that landmarks and guide give the file. */
  landmark: string;
  linear: boolean;
}

export interface JudgedSection {
  kind: SectionKind;
  /** The file itself marks it so; weak evidence gives way if nothing else is left to read. */
  marked: boolean;
}

/** EPUB structural semantics (EPUB SSV 1.1), DPUB-ARIA, and the types of EPUB 2's guide. */
const VERDICT_BY_TYPE: Readonly<Record<string, Verdict>> = {
  cover: 'front',
  'cover-image': 'front',
  titlepage: 'front',
  'title-page': 'front',
  halftitlepage: 'front',
  halftitle: 'front',
  frontispiece: 'front',
  'z3998:frontispiece': 'front',
  imprint: 'edge',
  imprimatur: 'edge',
  colophon: 'edge',
  'copyright-page': 'edge',
  copyright: 'edge',
  seriespage: 'edge',
  toc: 'edge',
  'toc-brief': 'edge',
  landmarks: 'edge',
  loi: 'edge',
  lot: 'edge',
  loa: 'edge',
  lov: 'edge',
  credits: 'edge',
  'other-credits': 'edge',
  contributors: 'edge',
  acknowledgments: 'edge',
  acknowledgements: 'edge',
  errata: 'back',
  index: 'back',
  bibliography: 'back',
  footnotes: 'notes',
  endnotes: 'notes',
  rearnotes: 'notes',
  notes: 'notes',
};
/** Types that are a line or two, or a letter worth finding. */
const SHORT_TYPES = new Set(['dedication', 'epigraph']);
const SHORT_WORDS = 150;
/** A type counts for the section if it covers this share of its words. */
const COVERING = 0.9;

/** Weak evidence holds up to this many words: nobody's contents or copyright page is longer. */
const MAX_EDGE_WORDS = 2500;
const MAX_TITLE_PAGE_WORDS = 150;

/** The first section of this length is where the text begins. */
const SUBSTANTIAL_WORDS = 200;
/** A leaf that carries a title has fewer words. */
const LEAF_WORDS = 40;

const TITLES: readonly (readonly [RegExp, Verdict])[] = [
  [/^(?:end|foot|rear)?notes$/i, 'notes'],
  [/^(?:table of )?contents$|^toc$/i, 'edge'],
  [/^(?:un)?copyright(?: (?:page|notice|information))?$|^legal notice$/i, 'edge'],
  [/^(?:half[ -]?)?title ?page$|^imprint$|^colophon$|^cover(?: page| image)?$/i, 'edge'],
  [/^(?:list of )?(?:illustrations|figures|tables|maps|plates)$/i, 'edge'],
  [/^acknowledge?ments?$|^credits$|^permissions$/i, 'edge'],
  [/^(?:the )?(?:full )?project gutenberg\b/i, 'edge'],
  [/^transcriber[’']?s?[’']? notes?$/i, 'edge'],
  [/^(?:also|other (?:books|titles|works)|books) (?:by|from)\b|^praise for\b/i, 'edge'],
  [/^about (?:the|this) (?:author|authors|publisher|translator|editor|e-?book|type)\b/i, 'back'],
  [/^(?:general |subject )?index$|^bibliography$|^errata$|^newsletter\b/i, 'back'],
];

const FILE_NAMES =
  /^(?:x?cover(?:page)?|(?:half)?-?_?title-?_?page|halftitle|titlepg|imprint|colophon|(?:un)?copyright(?:page)?|toc|contents|nav|loi|lot|list-of-\w+|credits|acknowledge?ments?)[-_]?\d*$/i;
const NOTE_FILE_NAMES = /^(?:end|foot|rear)?notes?[-_]?\d*$/i;

const RIGHTS = /\ball rights reserved\b|\bISBN\b|©|\bfirst published (?:in|by)\b/i;
const GUTENBERG_LICENCE = /project gutenberg(?:-tm|™| literary archive| license)/gi;
/** A page that consists of links is a list of contents. */
const LINKED_SHARE = 0.6;

/**
 * Judges all sections of a book. What an author wrote for reading is body: preface, introduction, prologue,
 * epilogue, appendix as well as chapters.
 */
export function judgeSections(sections: readonly SectionEvidence[]): JudgedSection[] {
  const verdicts = sections.map(judge);
  const isBody = verdicts.map(({ verdict }) => verdict === 'body');
  const long = sections.findIndex((section, i) => isBody[i] && wordsOf(section.blocks) >= SUBSTANTIAL_WORDS);
  const firstBody = long === -1 ? isBody.indexOf(true) : long;
  const judged = verdicts.map(({ verdict, marked }, i): JudgedSection => {
    if (verdict === 'edge') return { kind: firstBody === -1 || i < firstBody ? 'front' : 'back', marked };
    return { kind: verdict ?? 'body', marked };
  });
  // A book in which everything looks like an edge is searched rather than lost.
  if (!judged.some((section) => section.kind === 'body')) {
    for (const section of judged) if (!section.marked) section.kind = 'body';
  }
  return judged;
}

function judge(section: SectionEvidence): { verdict: Verdict; marked: boolean } {
  const words = wordsOf(section.blocks);
  const byType = coveringVerdict(section.blocks, words);
  const verdict = byType ?? weakVerdict(section, words);
  if (!section.linear && verdict !== 'notes') return { verdict: 'back', marked: true };
  return { verdict: verdict ?? 'body', marked: byType !== undefined };
}

/** The verdict that the file's own types give for nearly all of the words. */
function coveringVerdict(blocks: readonly ContentBlock[], words: number): Verdict {
  const byVerdict = new Map<Verdict, number>();
  for (const block of blocks) {
    const verdict = verdictOfTypes(block.types, words);
    byVerdict.set(verdict, (byVerdict.get(verdict) ?? 0) + countWords(block.text));
  }
  for (const [verdict, count] of byVerdict) {
    if (verdict !== undefined && count >= COVERING * words) return verdict;
  }
  return undefined;
}

function verdictOfTypes(types: readonly string[], words: number): Verdict {
  for (const type of types.toReversed()) {
    if (SHORT_TYPES.has(type) && words < SHORT_WORDS) return 'front';
    const verdict = VERDICT_BY_TYPE[type];
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

function weakVerdict(section: SectionEvidence, words: number): Verdict {
  // A leaf that holds the title of a part and nothing else.
  if (isTitleLeaf(section.blocks, words)) return 'front';
  const linked = section.blocks.reduce((sum, block) => sum + block.linkedWords, 0);
  if (linked >= 5 && linked >= LINKED_SHARE * words) return 'edge';
  const text = words <= MAX_EDGE_WORDS * 2 ? section.blocks.map((block) => block.text).join('\n') : '';
  if ((text.match(GUTENBERG_LICENCE)?.length ?? 0) >= 5) return 'edge';
  const stem = (section.path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  if (NOTE_FILE_NAMES.test(stem) && !/\d$/.test(stem)) return 'notes';
  const byTitle = TITLES.find(([pattern]) => pattern.test(section.title))?.[1];
  if (byTitle === 'notes') return 'notes';
  if (words > MAX_EDGE_WORDS) return byTitle === 'back' ? 'back' : undefined;
  if (byTitle !== undefined) return byTitle;
  const byLandmark = verdictOfTypes(section.landmark.split(/\s+/), words);
  if (byLandmark !== undefined && (byLandmark !== 'front' || words <= MAX_TITLE_PAGE_WORDS))
    return byLandmark;
  if (FILE_NAMES.test(stem)) return 'edge';
  if (words <= 600 && (text.match(new RegExp(RIGHTS, 'gi'))?.length ?? 0) >= 2) return 'edge';
  return undefined;
}

const PART_TYPES = new Set(['part', 'volume', 'division']);
const INNER_TYPES = new Set(['chapter', 'subchapter', 'z3998:subchapter', 'z3998:scene']);

/** The title of the book or of a part, perhaps with a name or a motto, and no text. */
function isTitleLeaf(blocks: readonly ContentBlock[], words: number): boolean {
  if (blocks.every((block) => block.type === 'heading')) return true;
  if (words >= LEAF_WORDS) return false;
  const ofPart = blocks.every(
    ({ types }) => types.some((t) => PART_TYPES.has(t)) && !types.some((t) => INNER_TYPES.has(t)),
  );
  return ofPart || 2 * wordsOf(blocks.filter((block) => block.type === 'heading')) >= words;
}

function wordsOf(blocks: readonly ContentBlock[]): number {
  return blocks.reduce((sum, block) => sum + countWords(block.text), 0);
}
