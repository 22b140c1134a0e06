import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs, passageText, stanzas } from './passage-text.ts';

const passage = (title: string, text: string, word: string) => ({
  text,
  section: { index: 0, title, kind: 'body' as const },
  highlights: [{ start: text.indexOf(word), end: text.indexOf(word) + word.length }],
});

test('the heading that a passage begins with is split off, and the marks stay on their words', () => {
  const { heading, text, ranges } = passageText(
    passage('The Fence', 'The Fence\n\nMy grandfather farmed.', 'farmed'),
  );
  assert.equal(heading, 'The Fence');
  assert.equal(text, 'My grandfather farmed.');
  assert.deepEqual(
    ranges.map((r) => text.slice(r.start, r.end)),
    ['farmed'],
  );
});

test('a heading over several lines counts as one', () => {
  const split = passageText(
    passage('Letter IX Of being alone', 'Letter IX\nOf being  alone\n\nYou complain.', 'You'),
  );
  assert.equal(split.text, 'You complain.');
});

const SENTENCE =
  'In all dissimilar friendships it is proportionate exchange that maintains equality and preserves the friendship, as we have already said.';

test('headings of parts are split off as well, whatever the section is called', () => {
  const split = passageText(
    passage('Book IX', `Friendship or Love\u2014Continued\n\nI\n\n${SENTENCE}`, 'exchange'),
  );
  assert.equal(split.heading, 'Friendship or Love\u2014Continued I');
  assert.equal(split.text, SENTENCE);
  assert.equal(passageText(passage('Walden', `IV.\n\n${SENTENCE}`, 'exchange')).text, SENTENCE);
});

test('a short sentence, the first line of a verse and a passage that is all heading are no headings', () => {
  for (const text of [
    `“Never!”\n\n${SENTENCE}`,
    `She said, and pass’d\nalong the space\n\n${SENTENCE}`,
    'Part One\n\nThe Fence',
  ]) {
    assert.equal(passageText(passage('', text, 'a')).text, text);
  }
});

test('a text that only begins like its heading stays whole', () => {
  const text = 'The Fence was low.\nNobody minded.';
  const split = passageText(passage('The Fence', text, 'low'));
  assert.deepEqual(split, { heading: '', text, ranges: [{ start: 14, end: 17 }], sentences: [] });
});

test('paragraphs know their place, and empty lines are none', () => {
  assert.deepEqual(paragraphs('One.\n\n  \n* * *\nOne.'), [
    { start: 0, text: 'One.' },
    { start: 9, text: '* * *' },
    { start: 15, text: 'One.' },
  ]);
});

test('blocks are parted by empty lines, and lines of verse stay together', () => {
  assert.deepEqual(stanzas('She said, and pass’d\nalong the space;\n\n  \n\nThe prince.\n'), [
    { start: 0, text: 'She said, and pass’d\nalong the space;' },
    { start: 43, text: 'The prince.' },
  ]);
});
