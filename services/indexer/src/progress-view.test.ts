import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProgressView } from './progress-view.ts';
import type { LibrarySummary } from './run/index-library.ts';

const file = { path: '/x/a.epub', fileName: 'a.epub', size: 500, modifiedMs: 0 };
const nothing: LibrarySummary = {
  ...{ files: 0, created: 0, replaced: 0, unchanged: 0, passages: 0, words: 0, postponed: 0, regroup: false },
  ...{ duplicates: [], otherFormats: 0, refused: [], failed: [], skipped: [], cancelled: false },
  ...{ generation: undefined, due: undefined },
};

function view(isTTY: boolean) {
  const clock = { ms: 0 };
  let text = '';
  const out = { isTTY, columns: 120, write: (piece: string) => (text += piece) };
  return { clock, text: () => text, view: new ProgressView(out, () => clock.ms) };
}

test('a terminal shows books, words a second and the time left', () => {
  const { clock, text, view: shown } = view(true);
  shown.planned({ files: 3, todo: 2, bytes: 1000 });
  clock.ms = 10_000;
  shown.progress({
    file,
    stage: 'embedding',
    done: 0,
    bytes: 250,
    words: 20_000,
    leftMs: 30_000,
    leftWords: 60_000,
  });
  assert.match(
    text(),
    /\r█{6}░{18} 0\/2 books · 2,000 words\/s · about a minute left, 60,000 words · embedding a\.epub/,
  );
});

test('a run of many books says how another machine can do it', () => {
  const { text, view: shown } = view(false);
  shown.planned({ files: 30, todo: 20, bytes: 1000 });
  assert.match(text(), /libtrails index there with --to HOST:50052/);
});

test('elsewhere there is one plain line a book, without control characters', () => {
  const { clock, text, view: shown } = view(false);
  shown.planned({ files: 1, todo: 1, bytes: 500 });
  clock.ms = 1_500;
  shown.progress({
    file,
    stage: 'embedding',
    done: 0,
    bytes: 250,
    words: 1,
    leftMs: undefined,
    leftWords: undefined,
  });
  shown.grouping('grouping topics', 0.5);
  shown.finished(
    file,
    { kind: 'created', title: 'A', passages: 12, words: 3_400, groupingCurrent: false },
    1,
  );
  assert.equal(
    text(),
    `1 book file in the folder, 1 to be indexed\n1/1 a.epub: new, 12 passages, 3,400 words, 1.5 s\n`,
  );
});

test('the summary counts everything and gives the reason of every file that is no book', () => {
  const { clock, text, view: shown } = view(false);
  clock.ms = 60_000;
  shown.summary({
    ...nothing,
    ...{ files: 5, created: 1, unchanged: 1, passages: 400, words: 120_000, generation: 3 },
    remarks: [{ fileName: 'a.epub', reason: 'not searched: 40 words (contents 40)' }],
    refused: [{ fileName: 'b.epub', code: 'encrypted', reason: 'protected' }],
    duplicates: [{ fileName: 'c.epub', reason: 'the same as a.epub' }],
    failed: [{ fileName: 'd.epub', reason: 'a defect' }],
    skipped: Array.from({ length: 201 }, (_, i) => ({
      ...{ fileName: `pipe${i}`, code: 'not_a_file' as const, reason: 'a pipe' },
    })),
  });
  assert.equal(
    text(),
    [
      `5 book files: 1 new, 1 unchanged, 1 refused, 1 present under another name, 1 failed, 201 left out`,
      '400 passages, 120,000 words in 1 min 00 s (2,000 words/s)',
      'Themes and domains: generation 3',
      'Books of which not everything is searched:',
      '  a.epub: not searched: 40 words (contents 40)',
      'Refused:',
      '  b.epub: protected',
      'Present under another name:',
      '  c.epub: the same as a.epub',
      'Failed, to be tried again:',
      '  d.epub: a defect',
      'Left out:',
      ...Array.from({ length: 200 }, (_, i) => `  pipe${i}: a pipe`),
      '  and 1 more',
      '',
    ].join('\n'),
  );
});
