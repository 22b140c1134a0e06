/**
 * Is a section text to be searched, or front matter, back matter or notes? Nothing an author wrote may be lost to
 * search, so a title or a file name alone decides little: a section is apparatus where it also looks like that, or
 * where it is short and stands before or after all of the text.
 */
import type { SectionKind } from '../../book.ts';
import type { ContentBlock } from './content-block.ts';
import { type SectionShape, shapeOf } from './section-shape.ts';

/** What a section may be besides text. */
export type Apparatus =
  | 'cover'
  | 'title page'
  | 'contents'
  | 'rights'
  | 'acknowledgements'
  | 'about the book'
  | 'notes'
  | 'index'
  | 'bibliography'
  | 'licence'
  | 'dedication';

export interface SectionEvidence {
  /** From the table of contents or the first heading. */
  title: string;
  /** Path in the archive. */
  path: string;
  blocks: readonly ContentBlock[];
  /** Types that landmarks and guide give the file. */
  landmark: string;
}

export interface JudgedSection {
  kind: SectionKind;
  /** Why it is not text; undefined if it is. */
  apparatus: Apparatus | undefined;
}

/** EPUB structural semantics (EPUB SSV 1.1), DPUB-ARIA, and the types of EPUB 2's guide. */
const BY_TYPE: Readonly<Record<string, Apparatus>> = {
  cover: 'cover',
  'cover-image': 'cover',
  titlepage: 'title page',
  'title-page': 'title page',
  halftitlepage: 'title page',
  halftitle: 'title page',
  frontispiece: 'title page',
  'z3998:frontispiece': 'title page',
  imprint: 'rights',
  imprimatur: 'rights',
  colophon: 'rights',
  'copyright-page': 'rights',
  copyright: 'rights',
  seriespage: 'about the book',
  toc: 'contents',
  'toc-brief': 'contents',
  landmarks: 'contents',
  loi: 'contents',
  lot: 'contents',
  loa: 'contents',
  lov: 'contents',
  credits: 'acknowledgements',
  'other-credits': 'acknowledgements',
  contributors: 'acknowledgements',
  acknowledgments: 'acknowledgements',
  acknowledgements: 'acknowledgements',
  errata: 'about the book',
  index: 'index',
  bibliography: 'bibliography',
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

const TITLES: readonly (readonly [RegExp, Apparatus])[] = [
  [/^(?:end|foot|rear)?notes$/i, 'notes'],
  [/^(?:table of )?contents$|^toc$/i, 'contents'],
  [/^(?:list of )?(?:illustrations|figures|tables|maps|plates)$/i, 'contents'],
  [
    /^(?:un)?copyright(?: (?:page|notice|information))?$|^legal notice$|^imprint$|^colophon$|^permissions$/i,
    'rights',
  ],
  [/^(?:half[ -]?)?title ?page$/i, 'title page'],
  [/^cover(?: page| image)?$/i, 'cover'],
  [/^acknowledge?ments?$|^credits$/i, 'acknowledgements'],
  [/^(?:the )?(?:full )?project gutenberg\b/i, 'licence'],
  [/^transcriber[’']?s?[’']? notes?$/i, 'about the book'],
  [/^(?:also|other (?:books|titles|works)|books) (?:by|from)\b|^praise for\b/i, 'about the book'],
  [/^about (?:the|this) (?:author|authors|publisher|translator|editor|e-?book|type)\b/i, 'about the book'],
  [/^errata$|^newsletter\b/i, 'about the book'],
  [/^(?:general |subject )?index$/i, 'index'],
  [/^bibliography$/i, 'bibliography'],
];

const FILE_NAMES: readonly (readonly [RegExp, Apparatus])[] = [
  [/^x?cover(?:page)?$/i, 'cover'],
  [/^(?:half)?-?_?title-?_?page$|^halftitle$|^titlepg$/i, 'title page'],
  [/^imprint$|^colophon$|^(?:un)?copyright(?:page)?$/i, 'rights'],
  [/^(?:toc|contents|nav|loi|lot|list-of-\w+)$/i, 'contents'],
  [/^credits$|^acknowledge?ments?$/i, 'acknowledgements'],
  [/^(?:end|foot|rear)?notes?$/i, 'notes'],
];

/** The first section of this length is where the text begins, the last one where it ends. */
const SUBSTANTIAL_WORDS = 200;
/** A leaf that carries a title has fewer words, and outside the title no more than a name or a year. */
const LEAF_WORDS = 40;
const LEAF_REST_WORDS = 4;
/** A page of so few words, before or after the text, may be what it is called without looking like it. */
const PAGE_WORDS = 150;
/** Longest acknowledgements or note about the author, in words. */
const MAX_ABOUT_WORDS = 2_500;
/** Pages of rights say so once in so many words; longer ones state a whole licence. */
const WORDS_PER_RIGHT = 60;
const MAX_RIGHTS_WORDS = 1_500;
const MAX_UNNAMED_RIGHTS_WORDS = 600;
/** From this share on, running text is what the section consists of. */
const MOSTLY = 0.5;

interface Judged {
  apparatus: Apparatus | undefined;
  /** The file itself marks it so; weak evidence gives way if nothing else is left to read. */
  marked: boolean;
}

/**
 * Judges all sections of a book. What an author wrote for reading is body: preface, introduction, prologue,
 * epilogue, appendix, answers and glossary as well as chapters.
 */
export function judgeSections(sections: readonly SectionEvidence[]): JudgedSection[] {
  const shapes = sections.map(({ blocks }) => shapeOf(blocks));
  const marked = sections.map(({ blocks }, i) => markedAs(blocks, shapes[i]!.words));
  const claims = sections.map((section, i) => marked[i] ?? claimOf(section));
  // Where the text surely stands: long sections that nothing calls otherwise.
  const isPlain = (i: number) => claims[i] === undefined && shapes[i]!.words >= SUBSTANTIAL_WORDS;
  const first = sections.findIndex((_, i) => isPlain(i));
  const last = sections.findLastIndex((_, i) => isPlain(i));
  const judged = sections.map((section, i): Judged => {
    if (marked[i] !== undefined) return { apparatus: marked[i], marked: true };
    const isInside = i > first && i < last;
    return { apparatus: weakVerdict(section, claims[i], shapes[i]!, isInside), marked: false };
  });
  // A book in which everything looks like an edge is searched rather than lost.
  if (judged.every(({ apparatus }) => apparatus !== undefined)) {
    for (const section of judged) if (!section.marked) section.apparatus = undefined;
  }
  const isBody = (i: number) => judged[i]!.apparatus === undefined;
  const long = sections.findIndex((_, i) => isBody(i) && shapes[i]!.words >= SUBSTANTIAL_WORDS);
  const firstBody = long === -1 ? sections.findIndex((_, i) => isBody(i)) : long;
  return judged.map(({ apparatus }, i) => ({
    kind: kindOf(apparatus, firstBody === -1 || i < firstBody),
    apparatus,
  }));
}

function kindOf(apparatus: Apparatus | undefined, isBefore: boolean): SectionKind {
  switch (apparatus) {
    case undefined:
      return 'body';
    case 'notes':
      return 'notes';
    case 'cover':
    case 'title page':
    case 'dedication':
      return 'front';
    case 'index':
    case 'bibliography':
      return 'back';
    default:
      return isBefore ? 'front' : 'back';
  }
}

/** What the file's own types say of nearly all of the words. */
function markedAs(blocks: readonly ContentBlock[], words: number): Apparatus | undefined {
  const sizes = new Map<Apparatus | undefined, number>();
  let all = 0;
  for (const { types, text } of blocks) {
    const apparatus = typed(types, words);
    sizes.set(apparatus, (sizes.get(apparatus) ?? 0) + text.length);
    all += text.length;
  }
  for (const [apparatus, size] of sizes)
    if (apparatus !== undefined && size >= COVERING * all) return apparatus;
  return undefined;
}

function typed(types: readonly string[], words: number): Apparatus | undefined {
  for (const type of types.toReversed()) {
    if (SHORT_TYPES.has(type) && words < SHORT_WORDS) return 'dedication';
    if (Object.hasOwn(BY_TYPE, type)) return BY_TYPE[type];
  }
  return undefined;
}

/** What title, guide or file name call a section. */
function claimOf({ title, landmark, path }: SectionEvidence): Apparatus | undefined {
  const name = title.replace(/[\s.:]+$/, '');
  const stem = (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '').replace(/[-_]?\d+$/, '');
  return (
    TITLES.find(([pattern]) => pattern.test(name))?.[1] ??
    typed(landmark.split(/\s+/), Number.POSITIVE_INFINITY) ??
    FILE_NAMES.find(([pattern]) => pattern.test(stem))?.[1]
  );
}

/**
 * What a section that is not marked is, by what it is called and what it looks like.
 * @param isInside text stands before and after it, so that its place says nothing against it
 */
function weakVerdict(
  { blocks }: SectionEvidence,
  claim: Apparatus | undefined,
  shape: SectionShape,
  isInside: boolean,
): Apparatus | undefined {
  if (isTitleLeaf(blocks, shape)) return 'title page';
  if (shape.licences >= 5) return 'licence';
  if (shape.linkedWords >= 5 && shape.entries >= 0.6 && shape.prose < 0.25) return 'contents';
  if (looksLikeRights(shape, isInside)) return 'rights';
  if (claim === undefined) return undefined;
  const isPage = !isInside && shape.words <= PAGE_WORDS;
  return isPage || looksLike(claim, shape, isInside) ? claim : undefined;
}

function looksLike(claim: Apparatus, shape: SectionShape, isInside: boolean): boolean {
  const isList = shape.prose < MOSTLY;
  const { words, entries, indexed, notes, rights, imprint } = shape;
  switch (claim) {
    case 'contents':
      return isList && (entries >= 0.3 || indexed >= 0.3 || (!isInside && words <= MAX_ABOUT_WORDS));
    case 'index':
      return isList && (entries >= 0.3 || indexed >= 0.3 || !isInside);
    case 'notes':
      return notes >= MOSTLY;
    case 'bibliography':
      return notes >= MOSTLY || isList || !isInside;
    case 'rights':
      return words <= MAX_RIGHTS_WORDS && words <= WORDS_PER_RIGHT * (rights + imprint);
    case 'acknowledgements':
      return !isInside && words <= MAX_ABOUT_WORDS;
    case 'about the book':
      return !isInside && words <= MAX_ABOUT_WORDS;
    case 'licence':
      return words <= MAX_ABOUT_WORDS;
    default:
      return false;
  }
}

/** A page that is not called so: what it says must be hardly anything but that. */
function looksLikeRights({ words, rights, imprint }: SectionShape, isInside: boolean): boolean {
  if (rights < 2 || words > MAX_UNNAMED_RIGHTS_WORDS) return false;
  // A poem may say "©" and "all rights reserved" for its own ends; the page of a press says who printed it.
  if (isInside && rights + imprint < 3) return false;
  return words <= (isInside ? WORDS_PER_RIGHT / 4 : WORDS_PER_RIGHT) * rights;
}

const PART_TYPES = new Set(['part', 'volume', 'division']);
const INNER_TYPES = new Set(['chapter', 'subchapter', 'z3998:subchapter', 'z3998:scene']);

/** The title of the book or of a part, perhaps with a name or a year, and no text. */
function isTitleLeaf(blocks: readonly ContentBlock[], { words, headingWords }: SectionShape): boolean {
  if (words >= LEAF_WORDS) return false;
  const rest = words - headingWords;
  if (headingWords > 0 && rest <= LEAF_REST_WORDS && rest <= headingWords) return true;
  return blocks.every(
    ({ types }) => types.some((t) => PART_TYPES.has(t)) && !types.some((t) => INNER_TYPES.has(t)),
  );
}
