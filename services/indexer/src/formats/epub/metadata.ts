/** Title, authors and the rest from the metadata of a package. */

import type { BookMetadata } from '../../book.ts';
import { countWords, plainText } from '../text/plain-text.ts';
import { authorNames } from './author-names.ts';
import { languageOfName } from './language-names.ts';
import { LIMITS, line, placeInSeries, shortened, shortList, textOfMarkup, yearOf } from './metadata-text.ts';
import type { XmlElement } from './xml.ts';

/** Of authors: MARC relator codes, ONIX codes (list 17: by, with, screenplay by, …), and words. */
const AUTHOR_ROLES = new Set([
  'aut',
  'dub',
  'aui',
  'cre',
  'a01',
  'a02',
  'a03',
  'a04',
  'a05',
  'author',
  'writer',
  'creator',
]);
/** Values of one property that refine one element; books have two or three. */
const MAX_VALUES = 16;
/** Of titles (EPUB 3's title-type): "short" and "expanded" are other forms of the main title. */
const SUBTITLE_TYPES: ReadonlySet<string> = new Set(['subtitle', 'sub']);
/** "Tides #3", "Tides, Book 3", "Tides (Vol. 3)", "Tides [3]". */
const NUMBERED_SERIES =
  /^(.*?\S)[\s,:]*(?:#\s*|[[(]?(?:book|vol(?:ume)?|part|no|nr|bd|band|tome|tom|libro)\.?\s+|[[(])(\d{1,3}(?:[.,]\d+)?)[\])]?$/iu;
/** Between a title and its subtitle. */
const SEPARATOR_AFTER = /^(.*?)\s*[:;,.—–-]\s*$/;
const SEPARATOR_BEFORE = /^\s*[:;,.—–-]\s*/;

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
    subtitle: shortened(reader.subtitle()),
    titleSort: shortened(reader.titleSort()),
    authorSort: shortened(reader.authorSort()),
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
      if (values.length < MAX_VALUES) values.push(plainText(text));
      properties.set(attributes.property, values);
      this.#refinements.set(id, properties);
    }
  }

  /** Texts of all elements of this name, without empty ones. */
  all(name: string): string[] {
    return this.#elements(name).map((e) => line(e.text));
  }

  /** The main title, else the first that is not said to be a subtitle or the like, else the first. */
  title(): string | undefined {
    const main = this.#mainTitle();
    if (main === undefined) return undefined;
    const title = line(main.text);
    // Some files repeat the subtitle in the main title: "Salt: A History" beside "A History".
    const subtitle = this.#statedSubtitle(main);
    const before = subtitle !== '' && title.endsWith(subtitle) ? title.slice(0, -subtitle.length) : '';
    return SEPARATOR_AFTER.exec(before)?.[1] || title;
  }

  /**
   * What the file says is the subtitle; else a second title of which it says nothing. A title with a colon in it stays
   * whole: "2001: A Space Odyssey" has no subtitle.
   */
  subtitle(): string {
    const main = this.#mainTitle();
    if (main === undefined) return '';
    const stated = this.#statedSubtitle(main);
    if (stated !== '') return stated;
    const titles = this.#elements('title');
    if (titles.some((title) => title !== main && this.#titleTypes(title).length > 0)) return '';
    const title = line(main.text);
    const second = titles.map(({ text }) => line(text)).find((text) => text !== title) ?? '';
    return second.startsWith(title) ? second.slice(title.length).replace(SEPARATOR_BEFORE, '') : second;
  }

  #statedSubtitle(main: XmlElement): string {
    const titles = this.#elements('title').filter((title) => title !== main);
    const stated = titles.find((title) => this.#titleTypes(title).some((type) => SUBTITLE_TYPES.has(type)));
    return stated === undefined ? '' : line(stated.text);
  }

  #titleTypes(title: XmlElement): string[] {
    return this.#refined(title, 'title-type').map((type) => type.toLowerCase());
  }

  titleSort(): string {
    const main = this.#mainTitle();
    return (main === undefined ? '' : this.#fileAs(main)) || line(this.#named('calibre:title_sort'));
  }

  #mainTitle(): XmlElement | undefined {
    const titles = this.#elements('title');
    return (
      titles.find((t) => this.#titleTypes(t).includes('main')) ??
      titles.find((t) => this.#titleTypes(t).length === 0) ??
      titles[0]
    );
  }

  /** Creators with the role of an author, in order; those without any role if there are none. */
  authors(): string[] {
    return [...new Set(this.#authorElements().flatMap((e) => authorNames(line(e.text), this.#fileAs(e))))];
  }

  /** Of the first author; "Marlow, Ada" says so itself. */
  authorSort(): string {
    const [first] = this.#authorElements();
    if (first === undefined) return '';
    const text = line(first.text);
    const fileAs =
      this.#fileAs(first) || (text.includes(',') && authorNames(text, '')[0] !== text ? text : '');
    return fileAs.split(/\s*;\s*|\s+&\s+(?=[^,]*,)/)[0]!;
  }

  #authorElements(): XmlElement[] {
    const stated = this.#elements('creator');
    const isAuthor = (e: XmlElement) => this.#roles(e).some((role) => AUTHOR_ROLES.has(role));
    const named = stated.some((e) => isAuthor(e) || this.#roles(e).length === 0);
    const contributed = named ? [] : this.#elements('contributor').filter(isAuthor);
    const elements = contributed.length > 0 ? contributed : stated;
    const creators = elements.map((element, place) => {
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
    const kept = new Set(chosen);
    return creators.filter((c) => kept.has(c)).map(({ element }) => element);
  }

  language(): string {
    for (const text of this.all('language').flatMap((list) => list.split(/\s*[,;]\s*/))) {
      // "English" is a well-formed tag, but no language has one of that length.
      if (!/^[a-z]{2,3}(?:[-_]|$)/i.test(text)) {
        const named = languageOfName(text);
        if (named !== undefined) return named;
        continue;
      }
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

  /**
   * EPUB 3's collection that is said to be a series; else what calibre writes, by name (EPUB 2) or as a property
   * (EPUB 3); else a collection of which nothing is said; else a title that is said to be that of a collection.
   */
  series(): Pick<BookMetadata, 'series' | 'seriesIndex'> {
    const collections = this.#entries.filter(
      (e) =>
        e.name === 'meta' &&
        e.attributes.property === 'belongs-to-collection' &&
        e.attributes.refines === undefined &&
        line(e.text) !== '',
    );
    const type = (e: XmlElement) => this.#refined(e, 'collection-type')[0]?.toLowerCase();
    const stated = collections.find((e) => type(e) === 'series');
    const calibre = line(this.#named('calibre:series'));
    const collection =
      stated ?? (calibre === '' ? collections.find((e) => type(e) === undefined) : undefined);
    const series = collection === undefined ? calibre || this.#collectionTitle() : line(collection.text);
    const place =
      collection === undefined
        ? this.#named('calibre:series_index')
        : (this.#refined(collection, 'group-position')[0] ?? '');
    // "Tides #3" says both, where nothing else says the number.
    const numbered = place === '' ? NUMBERED_SERIES.exec(series) : null;
    const [name, number] = numbered === null ? [series, place] : [numbered[1]!, numbered[2]!];
    return { series: shortened(name), seriesIndex: name === '' ? 0 : placeInSeries(number) };
  }

  #collectionTitle(): string {
    const main = this.#mainTitle();
    const title = this.#elements('title').find(
      (t) => t !== main && this.#titleTypes(t).includes('collection'),
    );
    return title === undefined ? '' : line(title.text);
  }

  /** What a `<meta>` says, by name with `content` or as a property. */
  #named(name: string): string {
    const meta = this.#entries.find(
      (e) => e.name === 'meta' && (e.attributes.name === name || e.attributes.property === name),
    );
    return meta?.attributes.content ?? meta?.text ?? '';
  }

  #elements(name: string): XmlElement[] {
    return this.#entries.filter((e) => e.name.toLowerCase() === name && line(e.text) !== '');
  }

  #refined(element: XmlElement, property: string): string[] {
    return this.#refinements.get(element.attributes.id ?? '')?.get(property) ?? [];
  }

  #roles(element: XmlElement): string[] {
    const role = element.attributes.role;
    return (
      [...(role === undefined ? [] : [role]), ...this.#refined(element, 'role')]
        .map((r) => r.trim().toLowerCase())
        // "http://id.loc.gov/vocabulary/relators/aut" and "marc:aut" name the code as well.
        .map((r) => r.split(/[/:#]/).at(-1)!)
        .filter((r) => r !== '')
    );
  }

  #fileAs(element: XmlElement): string {
    return line(element.attributes['file-as'] ?? this.#refined(element, 'file-as')[0] ?? '');
  }
}
