import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOfKey } from './keyboard.ts';

test('g and a letter lead to a page, other letters nowhere', () => {
  assert.equal(placeOfKey('b'), '/books');
  assert.equal(placeOfKey('u'), '/universe');
  assert.equal(placeOfKey('x'), undefined);
});

test('names that every object has lead nowhere', () => {
  assert.equal(placeOfKey('toString'), undefined);
});
