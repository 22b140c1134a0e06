import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted } from './quotes.ts';

const TEXT = `${'Long before the storm nothing at all happened. '.repeat(9)}Then the harpoon struck the white whale. ${'Afterwards it was quiet. '.repeat(9)}`;

test('a quotation surrounds its place and is cut between words', () => {
  const start = TEXT.indexOf('harpoon');
  const line = quoted(TEXT, { start, end: TEXT.indexOf('whale') + 5 });
  assert.match(line, /^… .*harpoon struck the white whale.* …$/);
  assert.ok(line.length <= 126, line);
  for (const word of line.replaceAll('…', '').trim().split(' '))
    assert.ok(TEXT.split(' ').includes(word), word);
});

test('without a place it is the beginning, and a short text is whole', () => {
  assert.match(quoted(TEXT), /^Long before the storm .* …$/);
  assert.equal(quoted('A short\n\ntext.'), 'A short text.');
});

test('a place longer than the line begins it', () => {
  const start = TEXT.indexOf('Then');
  assert.match(quoted(TEXT, { start, end: TEXT.length }), /^… .*Then the harpoon/);
});
