/** Small books for tests: made from a few words, with vectors that follow from their labels. */
import { createHash } from 'node:crypto';
import type { PageStart } from '../../words/printed-pages.ts';
import type { FinishedBook, TopicKind } from '../finished-book.ts';
import { DIMS } from './int8-vector.ts';

/** A vector that depends on nothing but the text. */
export function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(DIMS);
  let block = Buffer.alloc(0);
  for (let i = 0; i < DIMS; i++) {
    if (i % 32 === 0) block = createHash('sha256').update(`${text}/${i}`).digest();
    vector[i] = (block[i % 32] as number) - 127.5;
  }
  return vector;
}

/** The vectors of these texts, one after the other. */
export function pileOf(texts: readonly string[]): Float32Array {
  const pile = new Float32Array(texts.length * DIMS);
  for (const [i, text] of texts.entries()) pile.set(vectorOf(text), i * DIMS);
  return pile;
}

export interface TestBook {
  fileName: string;
  title?: string;
  authors?: string[];
  /** Changes the content hash. */
  edition?: number;
  pipeline?: string;
  fingerprint?: string;
  /** One chunk of the body each: text and its topics ("label", or "concept:label"). */
  chunks: { text: string; topics?: string[] }[];
  names?: string[];
  phrases?: string[];
  year?: number;
  series?: string;
  seriesIndex?: number;
  subtitle?: string;
  identifiers?: string[];
  /** Printed pages of the first section. */
  pages?: PageStart[];
}

/** A book of two sections: the given chunks as body, and a back section that is not searched. */
export function finishedBook(spec: TestBook): FinishedBook {
  const title = spec.title ?? spec.fileName;
  const labels = [...new Set(spec.chunks.flatMap((chunk) => chunk.topics ?? []))];
  const topics = labels.map((label) => {
    const [kind, name] = label.includes(':')
      ? (label.split(':') as [TopicKind, string])
      : ['phrase' as const, label];
    const aliases = kind === 'concept' ? [`${name} alias`] : [];
    return { label: name, key: name.toLowerCase(), kind, aliases, domain: '', count: 0, nameKind: '' };
  });
  const names = (spec.names ?? []).map((label) => ({
    label,
    key: label.toLowerCase(),
    kind: 'name' as const,
    aliases: [],
    domain: '',
    count: 3,
    nameKind: 'person',
  }));
  let offset = 0;
  const body = spec.chunks.map(({ text, topics: own }) => {
    const start = offset;
    offset += text.length + 2;
    return {
      section: 0,
      searchable: true,
      start,
      stop: start + text.length,
      text,
      blocks: JSON.stringify([['paragraph', 0, 0, text.length, 0]]),
      words: text.split(/\s+/).length,
      topics: (own ?? []).map((label, i): [number, number] => [labels.indexOf(label), 1 / (i + 1)]),
    };
  });
  const notes = {
    section: 1,
    searchable: false,
    start: 0,
    stop: 8,
    text: 'Colophon',
    blocks: '[["paragraph",0,0,8,0]]',
    words: 1,
    topics: [],
  };
  const phrases = spec.phrases ?? [];
  return {
    source: {
      fileName: spec.fileName,
      contentHash: createHash('sha256')
        .update(`${spec.fileName}#${spec.edition ?? 1}`)
        .digest('hex'),
      size: 1000,
      modifiedMs: 1_700_000_000_000,
      pipeline: spec.pipeline ?? 'test-1',
    },
    title,
    authors: spec.authors ?? ['Ann Author'],
    language: 'en',
    year: spec.year ?? 1851,
    description: `About ${title}`,
    subjects: ['Testing'],
    publisher: 'Test Press',
    identifiers: spec.identifiers ?? [],
    series: spec.series ?? '',
    seriesIndex: spec.seriesIndex ?? (spec.series === undefined ? 0 : 1),
    titleSort: '',
    authorSort: '',
    subtitle: spec.subtitle ?? '',
    fingerprint: spec.fingerprint ?? 'test-model/int8',
    words: body.reduce((sum, chunk) => sum + chunk.words, 0),
    cover: {
      data: new Uint8Array([1, 2, 3]),
      mediaType: 'image/png',
      hash: 'abc123',
      width: 640,
      height: 960,
      color: '#8a2b14',
      smaller: [
        { width: 160, height: 240, data: new Uint8Array([1]) },
        { width: 320, height: 480, data: new Uint8Array([1, 2]) },
      ],
    },
    sections: [
      { title: 'One', kind: 'body', depth: 0, href: 'one.xhtml', pages: spec.pages ?? [] },
      { title: 'Colophon', kind: 'back', depth: 0, href: 'back.xhtml', pages: [] },
    ],
    topics: [...topics, ...names],
    chunks: [...body, notes],
    phrases: phrases.map((label, i) => ({ label, weight: 1 / (i + 1) })),
    bookVector: pileOf([title]),
    chunkVectors: pileOf(body.map(({ text }) => text)),
    topicVectors: pileOf(topics.map(({ label }) => label)),
    phraseVectors: pileOf(phrases),
  };
}
