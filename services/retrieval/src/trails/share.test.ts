import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TrailResponse__Out as TrailAnswer } from '@libtrails/proto/types/library/v1/TrailResponse';
import { titleOf, toHtml, toMarkdown } from './share.ts';

const topic = (label: string) => ({ id: 1, label, kind: 'phrase' as const, passages: 2, books: 2 });
const step = (number: number, text: string, link: TrailAnswer['steps'][number]['link']) => ({
  step: number,
  book: {
    id: number,
    title: 'Storm & Glass',
    authors: ['Ben <b>Gale</b>'],
    fileName: 'storm.epub',
    language: 'en',
    year: 0,
    words: 10,
    cover: '',
    subjects: [],
  },
  passage: {
    id: number,
    bookId: number,
    section: { index: 0, title: 'One', kind: 'body' },
    start: 0,
    end: text.length,
    text,
    highlights: [],
    position: 0,
  },
  quote: { start: 0, end: text.length },
  link,
  pinned: false,
  page: ['', '12', 'ix–x'][number - 1],
});
const trail = {
  from: 'storm *at* sea',
  to: '',
  fromName: 'storm *at* sea',
  toName: '',
  seed: 0,
  relevant: true,
  degraded: false,
  degradedReasons: [],
  tookMs: 1,
  steps: [
    step(1, 'A *storm* came.\n\nIt went.', null),
    step(2, 'Wind <script>alert(1)</script>\u0007', {
      similarity: 0.5,
      sharedTopics: [topic('storm at sea')],
      bridge: null,
    }),
    step(3, 'Calm,\nand sleep.', { similarity: 0.4, sharedTopics: [], bridge: topic('weather') }),
  ],
} as unknown as TrailAnswer;

describe('a trail to keep', () => {
  it('is called by its ends: words and topics as they are said, a passage by its book', () => {
    const ends = { from: 'topic:4', fromName: 'solitude', to: 'passage:17', toName: 'Walden' };
    assert.equal(titleOf(ends), 'A trail from “solitude” to a passage of Walden');
    assert.equal(titleOf({ ...ends, to: '', toName: '' }), 'A trail from “solitude”');
  });

  it('is Markdown: a quotation and its source for each step, and what leads to it', () => {
    assert.equal(
      toMarkdown(trail),
      `# A trail from “storm \\*at\\* sea”

> A \\*storm\\* came.
>
> It went.
>
> — Ben \\<b\\>Gale\\</b\\>, *Storm & Glass*, One

Shared topics: storm at sea

> Wind \\<script\\>alert(1)\\</script\\>\u0007
>
> — Ben \\<b\\>Gale\\</b\\>, *Storm & Glass*, One, p. 12

Close to both: weather

> Calm,  
> and sleep.
>
> — Ben \\<b\\>Gale\\</b\\>, *Storm & Glass*, One, pp. ix–x
`,
    );
  });

  it('links each passage to its place on the pages whose origin is given, and nothing without one', () => {
    const origin = 'https://books.example.org';
    const place = `${origin}/books/1/read/0?at=0-25&quote=a-storm-came#here`;
    const [first] = trail.steps;
    const opened = {
      ...trail,
      steps: [{ ...first, passage: { ...first?.passage, opening: 'a-storm-came' } }],
    } as TrailAnswer;
    assert.ok(toMarkdown(opened, origin).includes(`](${place})`));
    assert.ok(toHtml(opened, origin).includes(`<a href="${place.replace('&', '&amp;')}">`));
    assert.doesNotMatch(toMarkdown(opened) + toHtml(opened), /\/read\//);
  });

  it('is a page of XHTML in which nothing of a book is markup, and verse keeps its lines', () => {
    const html = toHtml(trail);
    assert.match(html, /<p>Wind &lt;script&gt;alert\(1\)&lt;\/script&gt;<\/p>/);
    assert.match(html, /Ben &lt;b&gt;Gale&lt;\/b&gt;, <cite>Storm &amp; Glass<\/cite>, One</);
    assert.match(html, /One, pp\. ix–x</);
    assert.match(
      html,
      /<blockquote lang="en" xml:lang="en">\n {4}<p>A \*storm\* came\.<\/p>\n {4}<p>It went\.<\/p>/,
    );
    assert.match(html, /^<\?xml [^>]+\?>\n<!DOCTYPE html>\n<html xmlns="http:\/\/www\.w3\.org\/1999\/xhtml"/);
    assert.match(html, /<p>Calm,<br\/>and sleep\.<\/p>/);
    // Only these elements.
    const names = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
    assert.deepEqual([...names].sort(), [
      'blockquote',
      'body',
      'br',
      'cite',
      'em',
      'h1',
      'head',
      'html',
      'meta',
      'p',
      'section',
      'style',
      'title',
    ]);
  });
});
