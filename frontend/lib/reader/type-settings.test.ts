import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type } from './reading-strings.ts';
import { choiceOf, TYPE_GROUPS, withChoice } from './type-settings.ts';

test('a group has one choice, and the designed one is no word', () => {
  const large = withChoice('', 'size', 's-4');
  assert.equal(large, 's-4');
  assert.equal(withChoice(large, 'size', 's-1'), 's-1');
  assert.equal(withChoice(large, 'size', ''), '');
});

test('a change leaves the other groups as they are', () => {
  assert.equal(withChoice('s-4 f-sans', 'measure', 'w-1'), 's-4 w-1 f-sans');
  assert.equal(choiceOf('s-4 f-sans', 'face'), 'f-sans');
});

test('unknown words are ignored', () => {
  assert.equal(choiceOf('x-9', 'size'), '');
  assert.equal(withChoice('x-9 l-3', 'edge', 'e-even'), 'l-3 e-even');
});

test('every choice has its word', () => {
  for (const [group, choices] of Object.entries(TYPE_GROUPS)) {
    const named = Object.keys(type.groups[group as keyof typeof TYPE_GROUPS].choices);
    assert.deepEqual(named, [...choices]);
  }
});
