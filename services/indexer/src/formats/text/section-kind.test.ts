import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockType } from '../../book.ts';
import type { ContentBlock } from './content-block.ts';
import { judgeSections, type SectionEvidence } from './section-kind.ts';

const SENTENCE = 'The keeper counted the boats that came home before the rain began. ';
const prose = (words: number) => SENTENCE.repeat(Math.ceil(words / 12)).trim();
const block = (text: string, type: BlockType = 'paragraph', linkedWords = 0): ContentBlock => ({
  type,
  text,
  level: type === 'heading' ? 1 : 0,
  types: [],
  linkedWords,
});
const section = (
  title: string,
  blocks: ContentBlock[],
  over: Partial<SectionEvidence> = {},
): SectionEvidence => ({
  title,
  path: 'c.xhtml',
  blocks: [block(title, 'heading'), ...blocks],
  landmark: '',
  ...over,
});
const chapter = () => section('The Ferry', [block(prose(300))]);

/** Kind and apparatus of a section between two chapters, or after them. */
function judged(it: SectionEvidence, place: 'inside' | 'last' = 'inside') {
  const others = place === 'inside' ? [chapter(), it, chapter()] : [chapter(), chapter(), it];
  const { kind, apparatus } = judgeSections(others)[place === 'inside' ? 1 : 2]!;
  return apparatus === undefined ? kind : `${kind}: ${apparatus}`;
}

test('a chapter of running text is body, whatever it is called', () => {
  for (const title of [
    'Tables',
    'Maps',
    'Credits',
    'Notes',
    'Footnotes',
    'Index',
    'Permissions',
    'Copyright',
    'Contents',
  ]) {
    assert.equal(judged(section(title, [block(prose(900))])), 'body', title);
  }
  for (const title of ['Tables', 'Notes', 'Index']) {
    assert.equal(judged(section(title, [block(prose(900))]), 'last'), 'body', title);
  }
});

test('what looks like apparatus and is called so is apparatus', () => {
  const entries = Array.from({ length: 40 }, (_, i) => block(`Chapter ${i} of the voyage, ${i + 3}`));
  const links = Array.from({ length: 12 }, (_, i) => block(`Chapter ${i} of it`, 'item', 4));
  const notes = Array.from({ length: 30 }, (_, i) => block(`${i + 1}. ${SENTENCE}`));
  assert.equal(judged(section('Index', entries), 'last'), 'back: index');
  assert.equal(judged(section('Contents', entries)), 'back: contents');
  assert.equal(judged(section('The Voyage', links)), 'back: contents');
  const lines = block('Chapter One\nChapter Two\nChapter Three, of what came after', 'verse', 10);
  assert.equal(judged(section('The Voyage', [lines])), 'back: contents');
  assert.equal(judged(section('Notes.', notes)), 'notes: notes');
});

test('a page of rights is front or back matter; a piece that states its rights is text', () => {
  const page = [
    block('Copyright © 1999 A. Hall. All rights reserved. ISBN 0. First published in 1999 by Hall.'),
  ];
  assert.equal(judged(section('', page), 'last'), 'back: rights');
  const lines = Array.from({ length: 12 }, () =>
    block('The caulker leaned into the seam and sang of home', 'verse'),
  );
  const piece = section('Seams', [...lines, block('© 2001 A. Hall. First published in Tides.')]);
  assert.equal(judged(piece), 'body');
  assert.equal(
    judged(section('Editions', [block(`An ISBN names an edition. An ISBN does not. ${prose(350)}`)])),
    'body',
  );
});

test('file names and the guide alone make no apparatus of a chapter', () => {
  for (const path of ['contents2.xhtml', 'lot3.xhtml', 'toc.xhtml', 'notes.xhtml', 'credits.xhtml']) {
    assert.equal(judged(section('Quinces', [block(prose(900))], { path })), 'body', path);
  }
  assert.equal(judged(section('Quinces', [block(prose(900))], { landmark: 'toc' })), 'body');
});

test('sentences that are links are text', () => {
  const linked = Array.from({ length: 9 }, () =>
    block('The salt makers of the northern coast and their history are old.', 'paragraph', 9),
  );
  assert.equal(judged(section('Trades', linked)), 'body');
});

test('a tiny poem under a long title is text, a title with a name is not', () => {
  assert.equal(
    judged(section('On the Last Day of a Very Cold March', [block('rope ends / the heron counts / nobody')])),
    'body',
  );
  assert.equal(judged(section('The Voyage of the Heron', [block('by Ann Hall')])), 'front: title page');
});

test('a chapter in a script without spaces is no title leaf', () => {
  assert.equal(judged(section('灯塔', [block('看守人数着归来的船。雨还没有开始。'.repeat(20))])), 'body');
});
