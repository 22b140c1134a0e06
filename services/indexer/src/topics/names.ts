/** People and places of a book, by counting how their names are used. */
import type { NameKind } from '@libtrails/proto/values';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tagger.ts';
import {
  CALENDAR,
  PERSON_VERBS,
  PERSONAL_TITLES,
  PLACE_PREPOSITIONS,
  PLACE_WORDS,
  TITLES,
} from './word-lists.ts';

export interface BookName {
  label: string;
  kind: NameKind;
  /** Occurrences in the book. */
  count: number;
}

interface Usage {
  label: string;
  count: number;
  /** Uses in mid-sentence: without them the capital proves nothing ("Begone!"). */
  inner: number;
  /** Uses with a title or as the subject of a verb that takes a person. */
  person: number;
  possessive: number;
  /** Uses after "in", "at", "from" and the like. */
  place: number;
  titled: boolean;
}

/** Names of a book at most, the most frequent first. */
const MAX_NAMES = 80;
const MIN_COUNT = 2;
/** Share of uses in mid-sentence from which a word is taken for a name. */
const MIN_INNER_SHARE = 0.1;
/** Words of one name at most, its title included. */
const MAX_NAME_WORDS = 4;
/** Titled forms that hold at least this share of a surname's titled uses take in the bare surname. */
const DOMINANT_TITLE_SHARE = 0.7;

/** Collects names over the passages of one book. */
export class NameTable {
  readonly #lexicon: Lexicon;
  readonly #usages = new Map<string, Usage>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Counts the names in a passage. */
  add(tokens: readonly Token[]): void {
    for (let i = 0; i < tokens.length; ) {
      if (tokens[i]!.tag !== 'name') {
        i++;
        continue;
      }
      let end = i;
      while (end < tokens.length && end - i < MAX_NAME_WORDS && tokens[end]!.tag === 'name') end++;
      this.#count(tokens, i, end);
      i = end;
    }
  }

  #count(tokens: readonly Token[], start: number, end: number): void {
    let parts = tokens.slice(start, end).map((token) => token.text.replace(/\.$/, ''));
    const first = parts[0]!.toLowerCase();
    const titled = parts.length > 1 && PERSONAL_TITLES.has(first);
    // "English" and "Christian" before another name are part of no name.
    if (!titled && this.#lexicon.isCapitalisedWord(first) && !this.#lexicon.isPersonName(first))
      parts = parts.slice(1);
    if (parts.length === 1 && CALENDAR.has(parts[0]!.toLowerCase())) return;
    if (parts.length === 0 || (parts.length === 1 && TITLES.has(parts[0]!.toLowerCase()))) return;
    if (titled && WITH_DOT.has(parts[0]!)) parts[0] += '.';
    const label = parts.join(' ');
    let usage = this.#usages.get(label);
    if (usage === undefined) {
      usage = { label, count: 0, inner: 0, person: 0, possessive: 0, place: 0, titled };
      this.#usages.set(label, usage);
    }
    usage.count += 1;
    const before = tokens[start - 1];
    const after = tokens[end];
    if (before !== undefined && before.tag !== 'break') usage.inner += 1;
    if (titled || (after !== undefined && PERSON_VERBS.has(after.text))) usage.person += 1;
    else if (after?.tag === 'possessive') usage.possessive += 1;
    else if (before !== undefined && PLACE_PREPOSITIONS.has(before.text)) usage.place += 1;
  }

  /** The book's names, most frequent first; ties in alphabetical order. */
  names(): BookName[] {
    const merged = this.#mergeTitled();
    return merged
      .filter((usage) => usage.count >= MIN_COUNT && usage.inner >= MIN_INNER_SHARE * usage.count)
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
      .slice(0, MAX_NAMES)
      .map((usage) => ({ label: usage.label, kind: this.#kindOf(usage), count: usage.count }));
  }

  /** "Darcy" and "Mr. Darcy" are one, unless "Mrs. Darcy" is as frequent. */
  #mergeTitled(): Usage[] {
    const bySurname = new Map<string, Usage[]>();
    for (const usage of this.#usages.values()) {
      if (!usage.titled || usage.label.split(' ').length !== 2) continue;
      const surname = usage.label.split(' ')[1]!;
      bySurname.set(surname, [...(bySurname.get(surname) ?? []), usage]);
    }
    const result = new Map([...this.#usages].map(([label, usage]) => [label, { ...usage }]));
    for (const [surname, titled] of bySurname) {
      const bare = result.get(surname);
      if (bare === undefined) continue;
      const total = titled.reduce((sum, usage) => sum + usage.count, 0);
      const main = titled.reduce((a, b) => (b.count > a.count ? b : a));
      if (main.count < DOMINANT_TITLE_SHARE * total) continue;
      const keep = result.get(main.label)!;
      result.delete(bare.label);
      result.delete(keep.label);
      const label = keep.count >= bare.count ? keep.label : bare.label;
      result.set(label, {
        label,
        count: keep.count + bare.count,
        inner: keep.inner + bare.inner,
        person: keep.person + bare.person,
        possessive: keep.possessive + bare.possessive,
        place: keep.place + bare.place,
        titled: true,
      });
    }
    return [...result.values()];
  }

  #kindOf(usage: Usage): NameKind {
    if (usage.titled) return 'person';
    const words = usage.label.toLowerCase().split(' ');
    const { count, person, possessive, place } = usage;
    if (words.length > 1 && (PLACE_WORDS.has(words[0]!) || PLACE_WORDS.has(words.at(-1)!))) return 'place';
    const acts = person >= Math.max(3, 0.12 * count) && person > 1.2 * place;
    const known = {
      place: words.some((w) => this.#lexicon.isPlaceName(w)),
      person: words.some((w) => this.#lexicon.isPersonName(w)),
    };
    if (known.place && !acts) return 'place';
    if (acts) return 'person';
    if (place >= Math.max(3, 0.3 * count) && place > 2 * person) return 'place';
    if (person + possessive >= Math.max(3, 0.12 * count) && person + possessive > 1.2 * place)
      return 'person';
    if (known.person && place <= person + possessive) return 'person';
    return 'other';
  }
}

/** Titles that are written with a dot. */
const WITH_DOT = new Set(['Mr', 'Mrs', 'Ms', 'Dr', 'St', 'Capt', 'Col', 'Gen', 'Lieut', 'Prof', 'Rev', 'M']);
