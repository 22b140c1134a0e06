/** The invented books as the messages of the contract: passages with offsets, topics, themes and domains. */
import type {
  Block,
  Book,
  BookCount,
  BookDetail,
  Domain,
  DomainRef,
  Passage,
  SectionRef,
  Theme,
  Topic,
} from '../lib/model.ts';
import { BOOKS } from './fake-books.ts';

export interface FakeEntry {
  detail: BookDetail;
  book: Book;
  sections: { ref: SectionRef; text: string; blocks: Block[]; passages: Passage[] }[];
}

interface TopicSeed {
  label: string;
  kind: Topic['kind'];
  pattern: RegExp;
  theme: number;
}

const DOMAINS = [
  'Mind and conduct',
  'Sea and travel',
  'Science and machines',
  'Power and society',
  'House and table',
  'Myth and wonder',
];
const THEMES: { label: string; domain: number }[] = [
  { label: 'Solitude and isolation', domain: 0 },
  { label: 'Self-command', domain: 0 },
  { label: 'Lights and ships', domain: 1 },
  { label: 'Learning from error', domain: 2 },
  { label: 'Measurement and certainty', domain: 2 },
  { label: 'Being watched', domain: 3 },
  { label: 'Cooking and patience', domain: 4 },
  { label: 'Maps and blank spaces', domain: 1 },
  { label: 'Dragons and magic', domain: 5 },
];
const TOPICS: TopicSeed[] = [
  { label: 'solitude', kind: 'concept', pattern: /solitude|alone|loneliness/i, theme: 0 },
  { label: 'second chair', kind: 'phrase', pattern: /chair|answer/i, theme: 0 },
  { label: 'stoicism', kind: 'concept', pattern: /stoic|depends on you|anger/i, theme: 1 },
  { label: 'anger delayed', kind: 'phrase', pattern: /anger|angry/i, theme: 1 },
  { label: 'lighthouse', kind: 'concept', pattern: /beam|light for|lamp|wick/i, theme: 2 },
  { label: 'vessels sighted', kind: 'phrase', pattern: /vessel|boat/i, theme: 2 },
  { label: 'machine learning', kind: 'concept', pattern: /machine|engine/i, theme: 3 },
  { label: 'training example', kind: 'phrase', pattern: /example/i, theme: 3 },
  { label: 'quantum physics', kind: 'concept', pattern: /quantum|electron/i, theme: 4 },
  { label: 'measuring instrument', kind: 'phrase', pattern: /instrument|measure|triangulation/i, theme: 4 },
  { label: 'surveillance', kind: 'concept', pattern: /window|tower|watched|seen/i, theme: 5 },
  { label: 'census', kind: 'phrase', pattern: /census|counted|sheet/i, theme: 5 },
  { label: 'cooking', kind: 'concept', pattern: /kitchen|cooking|stock|salt is/i, theme: 6 },
  { label: 'bread and leaven', kind: 'phrase', pattern: /leaven|dough|bread/i, theme: 6 },
  { label: 'royal maps', kind: 'phrase', pattern: /\bmaps?\b|surveyor/i, theme: 7 },
  { label: 'dragons', kind: 'concept', pattern: /dragon/i, theme: 8 },
  { label: 'magic', kind: 'concept', pattern: /magic|wonder/i, theme: 8 },
  { label: 'Kirkwall', kind: 'name', pattern: /Kirkwall/, theme: -1 },
  { label: 'Max Planck', kind: 'name', pattern: /Planck/, theme: -1 },
  { label: 'Surveyor-General', kind: 'name', pattern: /Surveyor-General/, theme: -1 },
];

export const entries: FakeEntry[] = BOOKS.map((source, i) => {
  const book: Book = {
    id: i + 1,
    title: source.title,
    subtitle: '',
    authors: source.authors,
    fileName: `${source.title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.epub`,
    language: source.language ?? 'en',
    year: source.year,
    words:
      source.sections
        .flatMap((s) => s.paragraphs)
        .join(' ')
        .split(' ').length * 97,
    cover: source.cover ? `c0ffee${i}` : '',
    coverColor: source.cover?.[0] ?? '',
    coverWidth: source.cover ? 320 : 0,
    coverHeight: source.cover ? 480 : 0,
    series: '',
    seriesIndex: 0,
    subjects: [],
  };
  const all = source.sections.map((section, index) => {
    const ref: SectionRef = { index, title: section.title, kind: section.kind ?? 'body' };
    const blocks: Block[] = [{ type: 'heading', start: 0, text: section.title, level: 2 }];
    let text = `${section.title}\n`;
    const passages: Passage[] = [];
    for (const [p, paragraph] of section.paragraphs.entries()) {
      blocks.push({ type: 'paragraph', start: text.length, text: paragraph, level: 0 });
      const id = (i + 1) * 1000 + index * 100 + p;
      const start = text.length;
      passages.push({
        id,
        bookId: book.id,
        section: ref,
        start,
        end: start + paragraph.length,
        text: paragraph,
        highlights: [],
        opening:
          paragraph
            .toLowerCase()
            .match(/[a-z0-9]+/g)
            ?.join('-')
            .slice(0, 32) ?? '',
        sentences: [],
        pages: [{ label: String(index + 12), at: 0 }],
        page: String(index + 12),
        position: (index + p / section.paragraphs.length) / source.sections.length,
      });
      text += `${paragraph}\n`;
    }
    return { ref, text, blocks, passages };
  });
  return { book, sections: all, detail: undefined as unknown as BookDetail };
});

export const passages: Passage[] = entries.flatMap((e) => e.sections.flatMap((s) => s.passages));
export const books: Book[] = entries.map((e) => e.book);

export function domainRef(index: number): DomainRef {
  return { id: index + 1, label: DOMAINS[index] ?? '' };
}

export const topicPassages = TOPICS.map((t) => passages.filter((p) => t.pattern.test(p.text)));
const bookIdsOf = (list: readonly Passage[]) => new Set(list.map((p) => p.bookId));

export const topics: Topic[] = TOPICS.map((t, i) => ({
  id: i + 1,
  label: t.label,
  kind: t.kind,
  passages: topicPassages[i]?.length ?? 0,
  books: bookIdsOf(topicPassages[i] ?? []).size,
}));

export const themeTopics = THEMES.map((_, i) => topics.filter((t) => TOPICS[t.id - 1]?.theme === i));
export const themePassages = themeTopics.map((list) => [
  ...new Set(list.flatMap((t) => topicPassages[t.id - 1] ?? [])),
]);
export const themes: Theme[] = THEMES.map((theme, i) => ({
  id: i + 1,
  label: theme.label,
  subtitle: (themeTopics[i] ?? []).map((t) => t.label).join(' · '),
  topics: themeTopics[i]?.length ?? 0,
  passages: themePassages[i]?.length ?? 0,
  books: bookIdsOf(themePassages[i] ?? []).size,
  domain: domainRef(theme.domain),
}));

const domainWeight = DOMAINS.map((_, d) =>
  sum(themes.filter((t) => t.domain?.id === d + 1).map((t) => t.passages)),
);
export const domains: Domain[] = DOMAINS.map((label, d) => {
  const own = themes.filter((t) => t.domain?.id === d + 1);
  return {
    id: d + 1,
    label,
    themes: own.length,
    topics: sum(own.map((t) => t.topics)),
    books: bookIdsOf(own.flatMap((t) => themePassages[t.id - 1] ?? [])).size,
    share: (domainWeight[d] ?? 0) / sum(domainWeight),
  };
});

export function bookCounts(list: readonly Passage[]): BookCount[] {
  const counts = books.map((book) => ({
    book,
    passages: list.filter((p) => p.bookId === book.id).length,
    concentration: 2,
    share: 0.2,
    primary: false,
  }));
  return counts.filter((c) => c.passages > 0).sort((a, b) => b.passages - a.passages);
}

for (const [i, entry] of entries.entries()) {
  const own = new Set(entry.sections.flatMap((s) => s.passages));
  const count = (list: readonly Passage[] | undefined) => (list ?? []).filter((p) => own.has(p)).length;
  const ownTopics = topics.filter((t) => count(topicPassages[t.id - 1]) > 0);
  const ownThemes = themes.filter((t) => count(themePassages[t.id - 1]) > 0);
  const weights = DOMAINS.map((_, d) =>
    sum(ownThemes.filter((t) => t.domain?.id === d + 1).map((t) => count(themePassages[t.id - 1]))),
  );
  entry.detail = {
    book: entry.book,
    description: BOOKS[i]?.description ?? '',
    publisher: '',
    catalogueLink: '',
    rating: 0,
    sections: entry.sections.map((s) => s.ref),
    phrases: BOOKS[i]?.phrases ?? [],
    topics: ownTopics.filter((t) => t.kind !== 'name'),
    names: ownTopics.filter((t) => t.kind === 'name'),
    themes: ownThemes,
    domains: weights
      .map((weight, d) => ({ domain: domainRef(d), share: weight / Math.max(1, sum(weights)) }))
      .filter((d) => d.share > 0)
      .sort((a, b) => b.share - a.share),
    contents: entry.sections.map(({ ref }, at) => ({
      index: ref.index,
      title: ref.title,
      kind: ref.kind,
      depth: 0,
      words: 900,
      position: at / entry.sections.length,
    })),
    themeShares: ownThemes.map((theme) => ({
      theme,
      share: count(themePassages[theme.id - 1]) / Math.max(1, sum(weights)),
    })),
    passages: own.size,
    otherFiles: [],
    addedAt: 1_790_000_000 + i * 86_400,
  };
}

export function coverSvg(bookId: number): string | undefined {
  const source = BOOKS[bookId - 1];
  if (!source?.cover) return undefined;
  const [ground, ink] = source.cover;
  const lines = source.title.split(' ').reduce<string[]>((rows, word) => {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < 12) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
    return rows;
  }, []);
  const text = lines.map(
    (line, i) =>
      `<text x="24" y="${90 + i * 40}" font-size="32" font-family="serif" fill="${ink}">${line}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="480" viewBox="0 0 320 480"><rect width="320" height="480" fill="${ground}"/><circle cx="250" cy="400" r="120" fill="none" stroke="${ink}" stroke-width="2"/><circle cx="250" cy="400" r="80" fill="none" stroke="${ink}" stroke-width="2"/>${text.join('')}<text x="24" y="450" font-size="18" font-family="sans-serif" fill="${ink}">${source.authors[0]}</text></svg>`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
