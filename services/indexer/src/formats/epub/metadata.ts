/** Title, authors and the rest from the metadata of a package. */

import { countWords, plainText } from '../text/plain-text.ts';
import { readContent } from './content.ts';
import type { XmlElement } from './xml.ts';

export interface BookMetadata {
  title: string;
  authors: string[];
  language: string;
  year: number;
  description: string;
  subjects: string[];
  publisher: string;
  identifiers: string[];
  /** Empty and 0 if it is none of a series. */
  series: string;
  seriesIndex: number;
}

/** Longest texts and lists that are kept, in UTF-16 units: some times what honest books have. */
const LIMITS = { line: 500, description: 10_000, list: 100 };

/** MARC relator codes of people who contribute to a book without being its author. */
const AUTHOR_ROLES = new Set(['aut', 'dub', 'aui', 'cre']);
/** Publishers who re-edit old works: their dates are those of the e-book. */
const RE_EDITORS = /standard ebooks|gutenberg|gitenberg|feedbooks|manybooks|wikisource|archive\.org/i;
/** The first e-books on sale appeared after this; an earlier date must be that of a printed edition. */
const FIRST_EBOOK_YEAR = 1990;
/** "first published in 1851", "originally serialized … in 1873". */
const FIRST_PUBLISHED =
  /\b(?:first|originally|initially)\s+(?:[a-z]+\s+)?(?:published|printed|performed|serialized|serialised|issued|released|appeared|staged|produced)\b[^.;]{0,60}?\b(1[0-9]\d\d|20\d\d)\b/i;

/** `fallbackTitle` serves when the package has none. */
export function readMetadata(metadata: XmlElement, fallbackTitle: string): BookMetadata {
  const entries = metadata.children.flatMap((child) =>
    // EPUB 2's OPF 1.x put them one level deeper.
    child.name === 'dc-metadata' || child.name === 'x-metadata' ? child.children : [child],
  );
  const reader = new MetadataReader(entries);
  const description = shortened(reader.description(), LIMITS.description);
  const publisher = shortened(reader.all('publisher')[0] ?? '');
  return {
    title: shortened(reader.title() ?? fallbackTitle),
    authors: shortList(reader.authors()),
    language: reader.language(),
    year: reader.year(description, publisher),
    description,
    subjects: shortList(reader.all('subject')),
    publisher,
    identifiers: shortList(reader.all('identifier')),
    ...reader.series(),
  };
}

class MetadataReader {
  readonly #entries: readonly XmlElement[];
  /** Id → property → value, from EPUB 3's `<meta refines="#id">`. */
  readonly #refinements = new Map<string, Map<string, string[]>>();

  constructor(entries: readonly XmlElement[]) {
    this.#entries = entries;
    for (const { name, attributes, text } of entries) {
      const id = attributes.refines?.replace(/^#/, '');
      if (name !== 'meta' || id === undefined || attributes.property === undefined) continue;
      const properties = this.#refinements.get(id) ?? new Map<string, string[]>();
      const values = properties.get(attributes.property) ?? [];
      values.push(plainText(text));
      properties.set(attributes.property, values);
      this.#refinements.set(id, properties);
    }
  }

  /** Texts of all elements of this name, without empty ones. */
  all(name: string): string[] {
    return this.#elements(name).map((e) => plainText(e.text));
  }

  /** The main title, else the first. */
  title(): string | undefined {
    const titles = this.#elements('title');
    const main = titles.find((t) => this.#refined(t, 'title-type').includes('main')) ?? titles[0];
    return main === undefined ? undefined : plainText(main.text);
  }

  /** Creators with the role of an author, in order; those without any role if there are none. */
  authors(): string[] {
    const creators = this.#elements('creator').map((element, place) => {
      const sequence = Number(this.#refined(element, 'display-seq')[0]);
      return {
        element,
        roles: this.#roles(element),
        place: Number.isFinite(sequence) ? sequence : place + 1,
      };
    });
    creators.sort((a, b) => a.place - b.place);
    const authors = creators.filter((c) => c.roles.some((role) => AUTHOR_ROLES.has(role)));
    const unnamed = creators.filter((c) => c.roles.length === 0);
    const chosen = authors.length > 0 ? [...authors, ...unnamed] : unnamed.length > 0 ? unnamed : creators;
    const ordered = creators.filter((c) => chosen.includes(c));
    return [
      ...new Set(ordered.flatMap((c) => authorNames(plainText(c.element.text), this.#fileAs(c.element)))),
    ];
  }

  language(): string {
    for (const text of this.all('language')) {
      // "English" is a well-formed tag, but no language has one of that length.
      if (!/^[a-z]{2,3}(?:[-_]|$)/i.test(text)) continue;
      try {
        return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? 'und';
      } catch {
        // Not a language tag: try the next one.
      }
    }
    return 'und';
  }

  /** The long description if there is one. Markup in it is read as text. */
  description(): string {
    const long = this.#entries.find(
      (e) => e.name === 'meta' && /(?:^|:)long-description$/.test(e.attributes.property ?? ''),
    );
    const candidates = [long?.text ?? '', ...this.#elements('description').map((e) => e.text)];
    const texts = candidates.map(textOfMarkup);
    return texts[0] !== '' ? texts[0]! : texts.reduce((a, b) => (countWords(b) > countWords(a) ? b : a), '');
  }

  /** Year of the work if the file states it, else of a printed or current edition, else 0. */
  year(description: string, publisher: string): number {
    const dates = this.#elements('date').map((e) => ({
      event: (e.attributes.event ?? '').toLowerCase(),
      year: yearOf(e.text),
    }));
    const original = dates.find((d) => /original|creation|first/.test(d.event))?.year ?? 0;
    if (original !== 0) return original;
    const created = this.#entries.find(
      (e) => e.name === 'meta' && /^dcterms:(?:created|issued)$/.test(e.attributes.property ?? ''),
    );
    const oldest = [yearOf(created?.text ?? ''), ...dates.map((d) => d.year)].filter((y) => y !== 0);
    const printed = oldest.find((year) => year < FIRST_EBOOK_YEAR);
    if (printed !== undefined) return printed;
    const stated = Number(FIRST_PUBLISHED.exec(description)?.[1] ?? 0);
    if (stated !== 0) return stated;
    const ids = this.all('identifier').join(' ');
    if (RE_EDITORS.test(`${publisher} ${ids} ${this.all('source').join(' ')}`)) return 0;
    return dates.find((d) => d.event !== 'modification' && d.year !== 0)?.year ?? 0;
  }

  /** EPUB 3's collection of type "series" (or of none), else what calibre writes into EPUB 2. */
  series(): Pick<BookMetadata, 'series' | 'seriesIndex'> {
    const collection = this.#entries.find(
      (e) =>
        e.name === 'meta' &&
        e.attributes.property === 'belongs-to-collection' &&
        e.attributes.refines === undefined &&
        plainText(e.text) !== '' &&
        (this.#refined(e, 'collection-type')[0] ?? 'series') === 'series',
    );
    const named = (name: string) =>
      this.#entries.find((e) => e.name === 'meta' && e.attributes.name === name)?.attributes.content ?? '';
    const series = collection === undefined ? plainText(named('calibre:series')) : plainText(collection.text);
    const place =
      collection === undefined
        ? named('calibre:series_index')
        : (this.#refined(collection, 'group-position')[0] ?? '');
    const seriesIndex = series === '' || place === '' ? 0 : Number(place);
    return { series: shortened(series), seriesIndex: Number.isFinite(seriesIndex) ? seriesIndex : 0 };
  }

  #elements(name: string): XmlElement[] {
    return this.#entries.filter((e) => e.name.toLowerCase() === name && plainText(e.text) !== '');
  }

  #refined(element: XmlElement, property: string): string[] {
    return this.#refinements.get(element.attributes.id ?? '')?.get(property) ?? [];
  }

  #roles(element: XmlElement): string[] {
    const role = element.attributes.role;
    return [...(role === undefined ? [] : [role]), ...this.#refined(element, 'role')].map((r) =>
      r.toLowerCase(),
    );
  }

  #fileAs(element: XmlElement): string {
    return plainText(element.attributes['file-as'] ?? this.#refined(element, 'file-as')[0] ?? '');
  }
}

function shortened(text: string, limit = LIMITS.line): string {
  if (text.length <= limit) return text;
  // Half a surrogate pair is no character.
  return `${text
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** Without doubles. */
function shortList(texts: readonly string[]): string[] {
  return [...new Set(texts.slice(0, LIMITS.list).map((text) => shortened(text)))];
}

/** "A & B" and "A; B" are two; "Austen, Jane" is turned round if the file sorts it so. */
function authorNames(text: string, fileAs: string): string[] {
  return text
    .split(/\s*;\s*|\s+&\s+/)
    .map((name) => {
      const [last, first, ...rest] = name.split(/\s*,\s*/);
      const inverted = first !== undefined && first !== '' && rest.length === 0 && fileAs.includes(name);
      return inverted && !/^(?:jr|sr|ph\.?d|m\.?d|esq|[ivx]+)\.?$/i.test(first) ? `${first} ${last}` : name;
    })
    .filter((name) => name !== '');
}

function yearOf(text: string): number {
  const match = /^\s*(\d{4})(?:-|\b)/.exec(text) ?? /\b(1[0-9]\d\d|20\d\d)\b/.exec(text);
  const year = Number(match?.[1] ?? 0);
  // 0101-01-01 is what some tools write for "unknown".
  return year >= 1000 ? year : 0;
}

/** Text of a description that may hold HTML; paragraphs stay apart. */
function textOfMarkup(source: string): string {
  if (!/[<&]/.test(source)) return plainText(source);
  return readContent(`<body>${source}</body>`, 'description')
    .blocks.map((block) => block.text)
    .join('\n\n');
}
