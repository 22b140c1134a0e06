import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../book.ts';
import { readingRemarks } from './reading-remarks.ts';

const section = (kind: Section['kind'], text: string, apparatus?: string): Section => ({
  index: 0,
  title: '',
  kind,
  depth: 0,
  href: '',
  blocks: [{ type: 'paragraph', text, level: 0 }],
  apparatus,
});

test('a book that is sound and searched as a whole gets no remark', () => {
  assert.equal(readingRemarks({ sections: [section('body', 'all of it')] }), '');
});

test('words left out are counted by kind, and parts that could not be read are named', () => {
  const sections = [
    section('front', 'one two', 'contents'),
    section('body', 'text'),
    section('notes', 'three four five', 'notes'),
    section('back', 'six', 'contents'),
  ];
  const notes = ['a', 'b', 'c', 'd'].map((place) => ({ kind: 'unread' as const, place, reason: '' }));
  assert.equal(
    readingRemarks({ sections, notes: [...notes, { kind: 'repaired', place: 'content.opf', reason: '' }] }),
    'could not be read: a, b, c and 1 more; repaired: content.opf; not searched: 6 words (contents 3, notes 3)',
  );
});
